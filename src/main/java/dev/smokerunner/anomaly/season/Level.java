package dev.smokerunner.anomaly.season;

/**
 * How much more or less there is lately than is usual at such a time: as after a mailing, in a growing business, on a bridging
 * day. Half of what it knows is less than three hours old where there is a number a minute. It follows slowly, so that what falls
 * suddenly is still measured by what was.
 */
public final class Level {
    private static final double DECAY = Math.pow(0.5, 1.0 / 180);
    /** So many events, or numbers, must speak against the usual level to be half believed. */
    private static final double PRIOR_EVENTS = 60;

    private static final double PRIOR_NUMBERS = 10;
    private static final double LEAST = 0.2;
    private static final double MOST = 5;

    private double actual;
    private double usual;
    private double offs;
    private double numbers;

    /**
     * Learns a number.
     *
     * @param now what was measured
     * @param before what is usual at this time
     * @param weight 1, or less for one that is doubtful
     */
    public void learn(double now, double before, double weight) {
        double decay = 1 - (1 - DECAY) * weight;
        actual = actual * decay + now * weight;
        usual = usual * decay + before * weight;
        offs = offs * decay + (now - before) * weight;
        numbers = numbers * decay + weight;
    }

    /** Begins anew, as after a release. */
    public void restart() {
        actual = 0;
        usual = 0;
        offs = 0;
        numbers = 0;
    }

    /**
     * As if numbers had been as usual for hours.
     *
     * @param before what is usual at this time
     */
    public void settle(double before) {
        restart();
        numbers = 1 / (1 - DECAY);
        actual = before * numbers;
        usual = before * numbers;
    }

    /** How many times as many events there are. */
    public double ratio() {
        return Math.min(MOST, Math.max(LEAST, (actual + PRIOR_EVENTS) / (usual + PRIOR_EVENTS)));
    }

    /** By how much numbers are greater. */
    public double shift() {
        return offs / (numbers + PRIOR_NUMBERS);
    }
}
