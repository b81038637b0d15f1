package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Notices that fewer come than chance allows, where a minute alone says nothing: sums over the last minute to the last two hours against
 * what was to be expected of them, by Poisson, with what varies more than that counted for as much less (quasi-Poisson).
 */
final class Shortfall {
    private static final int[] LENGTHS = {1, 2, 3, 5, 10, 20, 30, 45, 60, 120};
    private static final int HALF_AN_HOUR = 6;
    /** So many false alarms a week all lengths together may give, where counts are as they are taken to be. */
    private static final double A_WEEK = 1;

    private static final double MINUTES_OF_A_WEEK = 7 * 1440;

    private final Recent recent;
    private final double leastChange;
    private final Spreads[] spreads;

    Shortfall(Recent recent, double leastChange) {
        this.recent = recent;
        this.leastChange = leastChange;
        this.spreads = IntStream.of(LENGTHS)
                .mapToObj(length -> new Spreads(length, Measure.COUNTS))
                .toArray(Spreads[]::new);
    }

    /**
     * The shortest sum that is too small.
     *
     * @param isOtherDay whether it may be a day on which less is usual
     */
    Optional<Departure> find(boolean isOtherDay) {
        for (int i = 0; i < LENGTHS.length && recent.size() > LENGTHS[i]; i++) {
            if (spreads[i].isKnown()) {
                Stretch stretch = recent.atLevelBefore(LENGTHS[i]);
                Expected expected = stretch.expected();
                double to = isOtherDay ? Math.min(expected.low(), expected.typical()) : expected.typical();
                double excess = spreads[i].excess(to);
                if (isLess(stretch, to) && probability(stretch.actual(), to, excess) < level(LENGTHS[i])) {
                    return Optional.of(departure(stretch, to, excess));
                }
            }
        }
        return Optional.empty();
    }

    /** Also of all that it may be compared with, if not by as large a part: the level of that has followed. */
    private boolean isLess(Stretch stretch, double expected) {
        double actual = stretch.actual();
        return actual <= expected * (1 - leastChange)
                && actual <= stretch.expected().low() * (1 - leastChange / 2)
                && stretch.expected().low() - actual >= Measure.COUNTS.leastDifference();
    }

    /**
     * Of the false alarms each length has its share; the longer ones are fewer looks. That sums which overlap are not quite alike, and
     * so are more than one look in each length, is made up for by lengths that are alike: on the synthetic year of a small site half a
     * false alarm a week comes of it.
     */
    static double level(int length) {
        return A_WEEK / LENGTHS.length / (MINUTES_OF_A_WEEK / length);
    }

    /**
     * The chance of so few or fewer: as of a Poisson distribution of fewer events.
     *
     * @param excess how many times fewer; 1 for Poisson itself
     */
    static double probability(double actual, double expected, double excess) {
        // Half a step to the next possible number of events.
        double events = (actual + 0.5) / excess - 0.5;
        return expected <= 0 ? 1 : GammaDistribution.of(events + 1, 1).survivalProbability(expected / excess);
    }

    private Departure departure(Stretch stretch, double expected, double excess) {
        double change = stretch.actual() / expected - 1;
        return new Departure(
                Kind.DROP,
                stretch.points(),
                stretch.actual(),
                stretch.expected(),
                change,
                Measure.COUNTS.off(stretch.actual(), expected) / Math.sqrt(excess),
                Severities.of(Measure.COUNTS, Kind.DROP, change),
                Optional.empty());
    }

    /** How many times more than by Poisson sums of half an hour vary, where so much is expected in it. */
    double excess(double expected) {
        Spreads ofHalfAnHour = spreads[HALF_AN_HOUR];
        return ofHalfAnHour.isKnown() ? ofHalfAnHour.excess(expected) : Double.NaN;
    }

    /** Learns how far sums usually are off. */
    void learn() {
        for (int i = 0; i < LENGTHS.length && recent.size() > LENGTHS[i]; i++) {
            spreads[i].learn(recent.atLevelBefore(LENGTHS[i]));
        }
    }
}
