package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Notices that fewer come than chance allows, where a minute alone says nothing: sums over the last 5 minutes to two hours against
 * what was to be expected of them, by Poisson, with what varies more than that counted for as much less (quasi-Poisson).
 */
final class Shortfall {
    private static final int[] LENGTHS = {5, 10, 20, 30, 60, 120};
    /** So many false alarms a week all lengths together may give, where counts are as they are taken to be. */
    private static final double A_WEEK = 0.5;

    private static final double MINUTES_OF_A_WEEK = 7 * 1440;
    /** Sums that overlap are alike: looking every minute is like looking so many times in each length. */
    private static final double LOOKS = 3;

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

    /** The shortest sum that is too small. */
    Optional<Departure> find() {
        for (int i = 0; i < LENGTHS.length && recent.size() >= LENGTHS[i]; i++) {
            if (spreads[i].isKnown()) {
                Stretch stretch = recent.stretch(LENGTHS[i]);
                double excess = spreads[i].excess(stretch.expected().low());
                if (isLess(stretch) && probability(stretch, excess) < level(LENGTHS[i])) {
                    return Optional.of(departure(stretch, excess));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isLess(Stretch stretch) {
        double low = stretch.expected().low();
        return stretch.actual() <= low * (1 - leastChange)
                && low - stretch.actual() >= Measure.COUNTS.leastDifference();
    }

    /** Of the false alarms each length has its share; the longer ones are fewer looks. */
    static double level(int length) {
        return A_WEEK / LENGTHS.length / (LOOKS * MINUTES_OF_A_WEEK / length);
    }

    /** The chance of so few: as of a Poisson distribution of so many times fewer events. */
    static double probability(Stretch stretch, double excess) {
        double expected = stretch.expected().low() / excess;
        return expected <= 0
                ? 1
                : GammaDistribution.of(stretch.actual() / excess + 1, 1).survivalProbability(expected);
    }

    private Departure departure(Stretch stretch, double excess) {
        double low = stretch.expected().low();
        double change = stretch.actual() / low - 1;
        return new Departure(
                Kind.DROP,
                stretch.points(),
                stretch.actual(),
                stretch.expected(),
                change,
                Measure.COUNTS.off(stretch.actual(), low) / Math.sqrt(excess),
                Severities.of(Measure.COUNTS, Kind.DROP, change),
                Optional.empty());
    }

    /** Learns how far sums usually are off. */
    void learn() {
        for (int i = 0; i < LENGTHS.length && recent.size() >= LENGTHS[i]; i++) {
            spreads[i].learn(recent.stretch(LENGTHS[i]));
        }
    }
}
