package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

/**
 * How clearly numbers are others since a release.
 *
 * @param release what came between
 * @param probability that chance alone does that, by the test of Mann and Whitney, or where counts are few by their sums
 * @param delta Cliff's delta: how much more often a number after it is the greater one than one before; -1 to 1
 * @param low the least that delta may be, with a confidence of 95 %
 * @param high the most
 */
public record Step(Release release, double probability, double delta, double low, double high) {
    /** Rejects null. */
    public Step {
        requireNonNull(release);
    }

    /** The same, told by a test of another kind. */
    Step with(double otherProbability) {
        return new Step(release, otherProbability, delta, low, high);
    }
}
