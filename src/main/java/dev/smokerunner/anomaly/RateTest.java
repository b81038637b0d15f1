package dev.smokerunner.anomaly;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Whether events come at another rate since a release than before it, against what is usual at both times: of all of them, chance
 * gives each stretch its share (binomial). It tells where there are too few for minutes to be compared one by one.
 */
final class RateTest {
    /** There are only some releases a week, and looks at the same one are alike: a false step in some hundred releases. */
    static final double LEVEL = 1e-4;
    /** Minutes whose sum varies as the rates do. */
    static final double TOGETHER = 30;

    private RateTest() {}

    /**
     * The chance that the rates differ so far, to whichever side; 1 where nothing can be said.
     *
     * @param excess how many times more counts vary than by Poisson, and so for how many times fewer they count; 1 or more
     */
    static double probability(Rate before, Rate after, double excess) {
        if (!(before.usual() > 0) || !(after.usual() > 0) || !(excess >= 1)) {
            return 1;
        }
        double share = after.usual() / (before.usual() + after.usual());
        double ones = Math.max(0, after.actual()) / excess;
        double others = Math.max(0, before.actual()) / excess;
        double fewer = BetaDistribution.of(others + 0.5, ones + 0.5).cumulativeProbability(1 - share);
        return Math.min(1, 2 * Math.min(fewer, 1 - fewer));
    }

    /**
     * Events of a stretch.
     *
     * @param actual how many came
     * @param usual how many are usual then
     */
    record Rate(double actual, double usual) {
        /** Without those of a part of it. */
        Rate without(Rate part) {
            return new Rate(actual - part.actual, usual - part.usual);
        }

        /** How far it is from another one, as a logarithm. */
        double step(Rate other) {
            return Math.log((actual + 0.5) / (usual + 0.5)) - Math.log((other.actual + 0.5) / (other.usual + 0.5));
        }
    }
}
