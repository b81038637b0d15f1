package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.packages.Upgrade;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a canary found out.
 *
 * @param baseline what comes of the lock as it is
 * @param candidates all that would move; empty where nothing is newer or the baseline is broken
 * @param newest what comes of moving all of it; absent where nothing moves
 * @param culprits what breaks something
 * @param safe what may move, and what must be pinned for it; absent where nothing is known to be safe
 * @param trials all that was tried, in order
 * @param builds how many builds were made
 * @param took how long all of it took
 * @param isHeld whether the builds were held in a sandbox
 */
public record CanaryResult(
        Outcome baseline,
        List<Upgrade> candidates,
        Optional<Outcome> newest,
        List<Culprit> culprits,
        Optional<SafeSet> safe,
        List<Trial> trials,
        int builds,
        Duration took,
        boolean isHeld) {
    /** Copies the lists. */
    public CanaryResult {
        requireNonNull(baseline);
        requireNonNull(newest);
        requireNonNull(safe);
        requireNonNull(took);
        candidates = List.copyOf(candidates);
        culprits = List.copyOf(culprits);
        trials = List.copyOf(trials);
    }

    /**
     * Upgrades that work together.
     *
     * @param upgrades what moves
     * @param pins what is pinned to keep out what breaks, by name
     * @param outcome what came of a build of its own
     * @param files the files that make it so, by their path in the project: the manifest and the lock
     */
    public record SafeSet(
            List<Upgrade> upgrades, Map<String, String> pins, Outcome outcome, Map<String, ChangedFile> files) {
        /** Copies list and maps. */
        public SafeSet {
            requireNonNull(outcome);
            upgrades = List.copyOf(upgrades);
            pins = Map.copyOf(pins);
            files = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(files));
        }
    }

    /**
     * A file before and after.
     *
     * @param before what it says in the project
     * @param after what it is to say
     */
    public record ChangedFile(String before, String after) {
        /** Rejects null. */
        public ChangedFile {
            requireNonNull(before);
            requireNonNull(after);
        }
    }
}
