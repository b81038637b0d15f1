package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.build.BuildSteps;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.Programs;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that a canary needs to know.
 *
 * @param copies has the project
 * @param manager moves its packages
 * @param programs runs the package manager
 * @param manifest what the project asks for
 * @param steps builds it
 * @param installScripts runs the install scripts of packages; empty where they are not allowed to run
 * @param isLatest whether new major versions are tried too, which the project does not ask for yet
 * @param check looks at the page
 * @param listener is told of each trial
 */
public record CanaryPlan(
        WorkingCopies copies,
        PackageTool manager,
        Programs programs,
        Manifest manifest,
        BuildSteps steps,
        List<String> installScripts,
        boolean isLatest,
        PageCheck check,
        Consumer<Trial> listener) {
    /** Copies the list. */
    public CanaryPlan {
        requireNonNull(copies);
        requireNonNull(manager);
        requireNonNull(programs);
        requireNonNull(manifest);
        requireNonNull(steps);
        requireNonNull(check);
        requireNonNull(listener);
        installScripts = List.copyOf(installScripts);
    }

    VersionTrials.Recipe recipe() {
        return new VersionTrials.Recipe(steps, installScripts, check);
    }
}
