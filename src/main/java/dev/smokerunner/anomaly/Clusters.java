package dev.smokerunner.anomaly;

import java.util.OptionalDouble;

/**
 * How many events come together, as the views of one visitor do: by how often none comes in a minute in which one is as likely as
 * not. By Poisson none comes with a chance of exp(-rate / size).
 */
final class Clusters {
    /** Minutes with less, or more, to be expected tell little of it. */
    private static final double LEAST_RATE = 0.1;

    private static final double MOST_RATE = 4;
    private static final int ENOUGH = 500;
    /** What is older than some days counts less and less. */
    private static final double DECAY = 1 - 1.0 / 5000;

    private double minutes;
    private double rates;
    private double silent;

    /**
     * An event came.
     *
     * @param before so many minutes were silent before it
     * @param expectedBefore what was to be expected in them
     * @param rate what was to be expected in its own minute
     */
    void learn(int before, double expectedBefore, double rate) {
        double mean = before == 0 ? rate : expectedBefore / before;
        if (mean < LEAST_RATE || mean > MOST_RATE) {
            return;
        }
        double decay = Math.pow(DECAY, before + 1);
        minutes = minutes * decay + before + 1;
        silent = silent * decay + before;
        rates = rates * decay + expectedBefore + rate;
    }

    /** One or more; absent while too little was seen. */
    OptionalDouble size() {
        if (minutes < ENOUGH || silent < 1) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(1, rates / minutes / -Math.log(silent / minutes)));
    }
}
