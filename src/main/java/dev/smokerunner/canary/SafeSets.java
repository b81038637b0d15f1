package dev.smokerunner.canary;

import dev.smokerunner.canary.CanaryResult.ChangedFile;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.packages.Change;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.packages.UpgradeGroup;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.canary.search.CulpritSearch.Culprits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of what is left without the culprits a manifest and a lock, and builds them once more. */
final class SafeSets {
    private final VersionTrials trials;
    private final CanaryPlan plan;

    SafeSets(VersionTrials trials, CanaryPlan plan) {
        this.trials = trials;
        this.plan = plan;
    }

    /**
     * What may move; absent where that is not known.
     *
     * @param all what comes of moving all, which is the answer where nothing is broken
     */
    Optional<SafeSet> of(Culprits<UpgradeGroup> found, List<Culprit> culprits, Outcome all)
            throws InterruptedException {
        if (found.answer() != Answer.GOOD) {
            return Optional.empty();
        }
        Change change = Change.of(found.rest());
        if (culprits.isEmpty()) {
            return Optional.of(new SafeSet(change.upgrades(), Map.of(), all, Map.of()));
        }
        for (Culprit culprit : culprits) {
            change = keepingOut(culprit, change);
        }
        return verified(change);
    }

    /** A package that is installed in several versions cannot be pinned to one; then the lock alone holds it. */
    private static Change keepingOut(Culprit culprit, Change change) {
        boolean isOne = !culprit.lastGood().contains(",");
        List<Upgrade> last = culprit.groups().get(culprit.groups().size() - 1).upgrades();
        return isOne && last.size() == 1 ? change.pinning(culprit.blamed().name(), culprit.lastGood()) : change;
    }

    private Optional<SafeSet> verified(Change change) throws InterruptedException {
        Map<String, ChangedFile> files = new LinkedHashMap<>();
        Outcome outcome = trials.verify("the safe set", project -> {
            plan.manager().move(project, change);
            for (String name : List.of(Manifest.FILE, plan.manager().lockFile())) {
                files.put(name, changed(plan.copies().source(), project.directory(), name));
            }
        });
        return outcome.answer() == Answer.GOOD
                ? Optional.of(new SafeSet(change.upgrades(), change.pins(), outcome, files))
                : Optional.empty();
    }

    private static ChangedFile changed(Path before, Path after, String name) throws PackagesException {
        return new ChangedFile(ProjectFiles.read(before, name), ProjectFiles.read(after, name));
    }
}
