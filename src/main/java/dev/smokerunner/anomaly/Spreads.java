package dev.smokerunner.anomaly;

import java.util.stream.IntStream;

/**
 * How far stretches of one length usually are off. Counts in a busy hour are further off than by chance alone, so they are kept
 * apart by how much is expected, by powers of four.
 */
final class Spreads {
    private static final int CLASSES = 12;

    private final Measure measure;
    private final Spread all;
    private final Spread[] classes;

    /**
     * Of stretches.
     *
     * @param points their length
     */
    Spreads(int points, Measure measure) {
        this.measure = measure;
        this.all = new Spread(points, measure.leastSpread());
        this.classes = IntStream.range(0, measure == Measure.COUNTS ? CLASSES : 0)
                .mapToObj(i -> new Spread(points, measure.leastSpread()))
                .toArray(Spread[]::new);
    }

    void learn(Stretch stretch) {
        double off = measure.off(stretch.actual(), stretch.expected().typical());
        all.learn(off);
        if (classes.length > 0) {
            classes[classOf(stretch.expected().typical())].learn(off);
        }
    }

    boolean isKnown() {
        return all.isKnown();
    }

    /** Comparable to a standard deviation, where so much is expected. */
    double of(double expected) {
        boolean isKept = classes.length > 0 && classes[classOf(expected)].isKnown();
        return isKept ? classes[classOf(expected)].value() : all.value();
    }

    /** How many times more the square of a distance is than by Poisson; 1 or more. */
    double excess(double expected) {
        double spread = of(expected);
        return Math.max(1, spread * spread);
    }

    private static int classOf(double expected) {
        return (int) Math.max(0, Math.min(CLASSES - 1, Math.log(Math.max(1, expected)) / Math.log(4)));
    }
}
