package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.rule.Sample;
import java.util.Arrays;

/** How far stretches of one length usually are from what is expected: of some hundred, spread over days of minutes. */
final class Spread {
    private static final int MOST = 500;
    /** The first ones are all taken, so that a short series can be judged as well. */
    private static final int ALL_OF = 200;

    private static final int STEP = 11;
    private static final int FEWEST = 30;
    private static final int FRESH = 20;

    private final double[] offs = new double[MOST];
    private final double least;
    private final int step;
    private final int fewest;
    private int seen;
    private int taken;
    private double known = Double.NaN;

    /**
     * Of stretches.
     *
     * @param points their length
     * @param least what they are taken to vary at least
     */
    Spread(int points, double least) {
        this.least = least;
        this.step = Math.max(STEP, points / 3);
        this.fewest = Math.max(FEWEST, 3 * points);
    }

    void learn(double off) {
        if (seen++ < ALL_OF || seen % step == 0) {
            offs[taken++ % MOST] = off;
            known = taken % FRESH == 0 ? Double.NaN : known;
        }
    }

    boolean isKnown() {
        return seen >= fewest;
    }

    /** Comparable to a standard deviation. */
    double value() {
        if (Double.isNaN(known)) {
            known = Math.max(least, Sample.spread(Arrays.copyOf(offs, Math.min(taken, MOST))));
        }
        return known;
    }
}
