package dev.smokerunner.canary;

import dev.smokerunner.canary.build.BuildSteps;
import dev.smokerunner.canary.build.BuildTrouble;
import dev.smokerunner.canary.build.Built;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.Change;
import dev.smokerunner.canary.packages.Lock;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Programs;
import dev.smokerunner.canary.packages.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Tries sets of versions: moves the lock of a copy, installs, builds, and looks at the page. What has the same lock is built once. */
final class VersionTrials {
    private final WorkingCopies copies;
    private final PackageTool manager;
    private final Programs programs;
    private final Recipe recipe;
    private final Consumer<Trial> listener;
    private final Map<String, Outcome> known = new HashMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private int builds;

    /**
     * Trials of a project's versions.
     *
     * @param listener is told of each trial when it is over
     */
    VersionTrials(
            WorkingCopies copies, PackageTool manager, Programs programs, Recipe recipe, Consumer<Trial> listener) {
        this.copies = copies;
        this.manager = manager;
        this.programs = programs;
        this.recipe = recipe;
        this.listener = listener;
    }

    /**
     * How the project is built and looked at.
     *
     * @param steps builds it
     * @param installScripts runs the install scripts of packages; empty where they are not allowed to run
     * @param check looks at the page
     */
    record Recipe(BuildSteps steps, List<String> installScripts, PageCheck check) {}

    /** What sets the files of a copy. */
    @FunctionalInterface
    interface Preparation {
        /** Does it. */
        void apply(Project project) throws PackagesException, InterruptedException;
    }

    /** All trials so far. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** How many builds were made so far. */
    int builds() {
        return builds;
    }

    /** A try of the project with its lock moved; one with the same lock as an earlier one is that one. */
    Outcome attempt(String what, Change change) throws InterruptedException {
        return attempt(what, project -> manager.move(project, change));
    }

    /** The same for files that something else sets. */
    Outcome attempt(String what, Preparation preparation) throws InterruptedException {
        return record(what, preparation, true);
    }

    /** The same, installed and built from nothing whatever is known. */
    Outcome verify(String what, Preparation preparation) throws InterruptedException {
        return record(what, preparation, false);
    }

    private Outcome record(String what, Preparation preparation, boolean usesKnown) throws InterruptedException {
        long start = System.nanoTime();
        int before = builds;
        Outcome outcome = tried(preparation, usesKnown);
        OptionalInt build = builds == before ? OptionalInt.empty() : OptionalInt.of(builds);
        Trial trial = new Trial(what, outcome, build, Duration.ofNanos(System.nanoTime() - start));
        trials.add(trial);
        listener.accept(trial);
        return outcome;
    }

    private Outcome tried(Preparation preparation, boolean usesKnown) throws InterruptedException {
        try {
            Path copy = copies.copy();
            try {
                Project project = new Project(copy, programs);
                preparation.apply(project);
                Lock lock = manager.lock(copy);
                Outcome earlier = known.get(lock.fingerprint());
                if (usesKnown && earlier != null) {
                    return earlier;
                }
                install(project, usesKnown);
                Outcome outcome = built(copy);
                known.put(lock.fingerprint(), outcome);
                return outcome;
            } catch (PackagesException e) {
                return new Outcome.NotTried(String.valueOf(e.getMessage()));
            } finally {
                copies.remove(copy);
            }
        } catch (IOException e) {
            // A full disk or the like: nothing that a package did, and nothing that another try would heal.
            throw new UncheckedIOException(e);
        }
    }

    /** Most trials differ in a few packages from the first one. */
    private void install(Project project, boolean usesKnown)
            throws PackagesException, IOException, InterruptedException {
        if (usesKnown && manager.movesInstalled()) {
            copies.putInstalled(project.directory());
        }
        manager.install(project);
        if (manager.movesInstalled()) {
            copies.keepInstalled(project.directory());
        }
    }

    private Outcome built(Path copy) throws IOException, InterruptedException {
        builds++;
        try {
            if (!recipe.installScripts().isEmpty()) {
                copies.runInstallScripts(copy, recipe.installScripts());
            }
            Built built = copies.build(copy, recipe.steps());
            PageLook look = recipe.check().check(built.output());
            return new Outcome.Checked(look.result(), look.shapes(), built);
        } catch (BuildTrouble e) {
            return new Outcome.NotBuilt(e.kind(), String.valueOf(e.getMessage()));
        }
    }
}
