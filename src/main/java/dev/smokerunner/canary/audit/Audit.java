package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackageTools;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Programs;
import dev.smokerunner.canary.packages.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may move a project's dependencies, and what was read to find that out.
 *
 * @param lock the name of the lock file; absent where there is none
 * @param ciFiles the files that tell a build server what to do, relative to the project
 * @param risks worst first
 */
public record Audit(Optional<String> lock, List<Path> ciFiles, List<Risk> risks) {
    /** Copies the lists. */
    public Audit {
        ciFiles = List.copyOf(ciFiles);
        risks = List.copyOf(risks);
    }

    /**
     * The audit of a project.
     *
     * @param programs asks the registry
     * @param now says how long ago something was
     * @throws PackagesException if the manifest or the lock cannot be read
     */
    public static Audit of(Path project, Programs programs, Instant now)
            throws PackagesException, InterruptedException {
        Manifest manifest = Manifest.of(project);
        PackageTool manager = PackageTools.of(project);
        List<Risk> risks = new ArrayList<>(new LockRisks(project, manager, manifest).list());
        risks.addAll(CiRisks.of(project, manager));
        risks.addAll(new DependencyRisks(manifest, manager, new Registry(programs, project), now).list());
        risks.sort(Comparator.comparing(Risk::level));
        Optional<String> lock = Optional.of(manager.lockFile()).filter(file -> Files.exists(project.resolve(file)));
        return new Audit(lock, CiRisks.files(project).map(project::relativize).toList(), risks);
    }

    /** How many risks are high. */
    public long high() {
        return risks.stream().filter(risk -> risk.level() == Risk.Level.HIGH).count();
    }
}
