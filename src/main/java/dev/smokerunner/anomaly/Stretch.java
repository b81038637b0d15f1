package dev.smokerunner.anomaly;

/**
 * The newest numbers of a series, put together; on the scale on which they are learnt.
 *
 * @param points how many
 * @param actual what they come to
 * @param expected what was to be expected of them
 */
record Stretch(int points, double actual, Expected expected) {

    /** The end of what was expected that it is beyond. */
    double edge() {
        return expected.nearest(actual);
    }
}
