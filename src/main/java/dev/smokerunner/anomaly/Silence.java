package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import java.util.Optional;

/**
 * Notices that nothing comes any more, as soon as the traffic makes that improbable: after a minute or two where there is much, and
 * never by night where there is hardly any.
 */
final class Silence {
    /** The chance of a silence so long, by Poisson. */
    private static final double IMPROBABLE = 3e-5;

    private final Clusters clusters = new Clusters();
    private double expected;
    private double low;
    private int minutes;

    /**
     * One more count.
     *
     * @param count how many came
     * @param outlook what was to be expected
     * @param spread how much counts vary; not a number while that is unknown
     */
    Optional<Departure> learn(double count, Expected outlook, double spread) {
        if (count > 0) {
            clusters.learn(minutes, low, outlook.typical());
            minutes = 0;
            expected = 0;
            low = 0;
            return Optional.empty();
        }
        minutes++;
        expected += outlook.typical();
        low += outlook.low();
        double together = clusters.size().orElse(spread * spread);
        if (!(Math.exp(-low / together) < IMPROBABLE)) {
            return Optional.empty();
        }
        return Optional.of(new Departure(
                Kind.ZERO,
                minutes,
                0,
                new Expected(low, expected, expected),
                -1,
                -low / together,
                Severities.of(Measure.COUNTS, Kind.ZERO, -1),
                Optional.empty()));
    }
}
