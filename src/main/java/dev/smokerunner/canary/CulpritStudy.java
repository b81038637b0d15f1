package dev.smokerunner.canary;

import dev.smokerunner.canary.packages.Change;
import dev.smokerunner.canary.packages.Lock;
import dev.smokerunner.canary.packages.PackageFacts;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Registry;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.packages.UpgradeGroup;
import dev.smokerunner.canary.packages.Versions;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.canary.search.Bisection;
import dev.smokerunner.canary.search.Bisection.Step;
import dev.smokerunner.canary.search.RememberingOracle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Finds out more of a culprit: the first version that breaks, who needs it, and what the registry tells of it. */
final class CulpritStudy {
    private final VersionTrials trials;
    private final CanaryPlan plan;
    private final Registry registry;

    CulpritStudy(VersionTrials trials, CanaryPlan plan) {
        this.trials = trials;
        this.plan = plan;
        this.registry = new Registry(plan.programs(), plan.copies().source());
    }

    /**
     * The culprits in full.
     *
     * @param outcomes what comes of a set alone
     * @param newest the lock that has all of them
     */
    List<Culprit> of(List<Set<UpgradeGroup>> sets, Function<Set<UpgradeGroup>, Outcome> outcomes, Lock newest)
            throws InterruptedException {
        List<Culprit> culprits = new ArrayList<>();
        for (Set<UpgradeGroup> set : sets) {
            culprits.add(culprit(List.copyOf(set), outcomes.apply(set), newest));
        }
        return culprits;
    }

    private Culprit culprit(List<UpgradeGroup> groups, Outcome outcome, Lock newest) throws InterruptedException {
        List<Upgrade> blamed = groups.get(groups.size() - 1).upgrades();
        Upgrade upgrade = blamed.get(0);
        Step<String> step = blamed.size() == 1 ? step(groups, upgrade) : new Step<>(upgrade.from(), upgrade.to());
        return new Culprit(
                groups,
                step.lastGood(),
                step.firstBad(),
                outcome,
                plan.manager().pinsBelow(),
                newest.way(plan.manifest().direct(), upgrade.name()).orElse(List.of(upgrade.name())),
                facts(upgrade.name()));
    }

    /** Where the blamed package goes from good to bad, while those that it takes besides stay at their newest. */
    private Step<String> step(List<UpgradeGroup> groups, Upgrade blamed) throws InterruptedException {
        Change all = Change.of(new LinkedHashSet<>(groups));
        return new Bisection<>(new RememberingOracle<String>(version -> ask(blamed, all, version)))
                .between(
                        blamed.from(),
                        Versions.between(published(blamed.name()), blamed.from(), blamed.to()),
                        blamed.to());
    }

    private Answer ask(Upgrade blamed, Change all, String version) {
        try {
            return trials.attempt(blamed.name() + " " + version, all.pinning(blamed.name(), version))
                    .answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("the search was ended").initCause(e);
        }
    }

    private List<String> published(String name) throws InterruptedException {
        try {
            return registry.versions(name);
        } catch (PackagesException unknown) {
            return List.of();
        }
    }

    private Optional<PackageFacts> facts(String name) throws InterruptedException {
        try {
            return registry.facts(name);
        } catch (PackagesException unknown) {
            return Optional.empty();
        }
    }
}
