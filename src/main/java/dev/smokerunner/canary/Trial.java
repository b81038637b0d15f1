package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One try of a set of versions.
 *
 * @param what which, in words
 * @param outcome what came of it
 * @param build the number of its build, from 1; absent where none was made, because an earlier one had the same lock or because
 *     nothing could be installed
 * @param took how long it took
 */
public record Trial(String what, Outcome outcome, OptionalInt build, Duration took) {
    /** Rejects null. */
    public Trial {
        requireNonNull(what);
        requireNonNull(outcome);
        requireNonNull(build);
        requireNonNull(took);
    }
}
