package dev.smokerunner.canary;

import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.packages.Change;
import dev.smokerunner.canary.packages.Lock;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Project;
import dev.smokerunner.canary.packages.Registry;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.packages.UpgradeGroup;
import dev.smokerunner.canary.packages.Upgrades;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.canary.search.CulpritSearch;
import dev.smokerunner.canary.search.CulpritSearch.Culprits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Tries what an install without a lock would take, and where that breaks something finds out what does.
 *
 * <p>It builds the project as it is locked, with all upgrades, with parts of them until the culprits are found, with versions
 * between, and at last with all that is safe.
 */
public final class Canary {
    private final CanaryPlan plan;
    private final VersionTrials trials;

    /** A canary. */
    public Canary(CanaryPlan plan) {
        this.plan = plan;
        this.trials = new VersionTrials(plan.copies(), plan.manager(), plan.programs(), plan.recipe(), plan.listener());
    }

    /**
     * Finds out.
     *
     * @throws PackagesException if the lock cannot be read, or what is newest cannot be found out
     * @throws CancellationException if this thread is to end
     */
    public CanaryResult run() throws PackagesException, IOException, InterruptedException {
        long start = System.nanoTime();
        Outcome baseline = trials.attempt("as it is locked", project -> {});
        if (baseline.answer() != Answer.GOOD) {
            return result(Answers.nothingTried(baseline), start);
        }
        trials.trials().forEach(trial -> plan.copies().expect(trial.took()));
        Newest newest = newest();
        List<Upgrade> candidates = newest.upgrades().list(plan.manifest(), newest.ranges());
        if (candidates.isEmpty()) {
            return result(Answers.nothingTried(baseline), start);
        }
        Set<UpgradeGroup> groups = new LinkedHashSet<>(newest.upgrades().grouped(candidates));
        Outcome all = trials.attempt("all " + candidates.size() + " upgrades", newest::write);
        Culprits<UpgradeGroup> found = new CulpritSearch<>((Set<UpgradeGroup> set) -> set.size() == groups.size()
                        ? all.answer()
                        : outcome(set, groups).answer())
                .among(groups);
        CulpritStudy study = new CulpritStudy(trials, plan);
        List<Culprit> culprits = study.of(found.sets(), set -> outcome(set, groups), newest.lock());
        Optional<SafeSet> safe = new SafeSets(trials, plan).of(found, culprits, all);
        return result(new Answers(baseline, candidates, Optional.of(all), culprits, safe), start);
    }

    private CanaryResult result(Answers answers, long start) {
        return new CanaryResult(
                answers.baseline(),
                answers.candidates(),
                answers.newest(),
                answers.culprits(),
                answers.safe(),
                trials.trials(),
                trials.builds(),
                Duration.ofNanos(System.nanoTime() - start),
                plan.copies().isHeld());
    }

    /** What was found out, without what it took. */
    private record Answers(
            Outcome baseline,
            List<Upgrade> candidates,
            Optional<Outcome> newest,
            List<Culprit> culprits,
            Optional<SafeSet> safe) {
        static Answers nothingTried(Outcome baseline) {
            return new Answers(baseline, List.of(), Optional.empty(), List.of(), Optional.empty());
        }
    }

    private Outcome outcome(Set<UpgradeGroup> set, Set<UpgradeGroup> all) {
        // In the order of the list, so that two calls do the same.
        List<UpgradeGroup> chosen = all.stream().filter(set::contains).toList();
        try {
            return trials.attempt(words(chosen), Change.of(chosen));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("the search was ended").initCause(e);
        }
    }

    private static String words(List<UpgradeGroup> groups) {
        return groups.size() == 1 ? groups.get(0).toString() : groups.size() + " upgrades, from " + groups.get(0);
    }

    /**
     * What an install without a lock takes today.
     *
     * @param files what the manifest and the lock say then, by name
     */
    private record Newest(Lock lock, Upgrades upgrades, Map<String, String> ranges, Map<String, String> files) {
        void write(Project project) throws PackagesException {
            ProjectFiles.write(project.directory(), files);
        }
    }

    private Newest newest() throws PackagesException, IOException, InterruptedException {
        Path copy = plan.copies().copy();
        try {
            Project project = new Project(copy, plan.programs());
            Map<String, String> ranges =
                    plan.isLatest() ? new Registry(plan.programs(), copy).newestRanges(plan.manifest()) : Map.of();
            Lock before = plan.manager().lock(copy);
            // Only the manifest matters here, as the lock is made anew.
            plan.manager().ask(project, ranges);
            plan.manager().lockAnew(project);
            Lock after = plan.manager().lock(copy);
            Map<String, String> files = new LinkedHashMap<>();
            for (String name : List.of(Manifest.FILE, plan.manager().lockFile())) {
                files.put(name, ProjectFiles.read(copy, name));
            }
            return new Newest(after, new Upgrades(before, after), ranges, files);
        } finally {
            plan.copies().remove(copy);
        }
    }
}
