package dev.smokerunner.anomaly;

/**
 * What was to be expected.
 *
 * @param low less than that is unlike all that it may be compared with: the same time in the weeks before, the same at today's
 *     level, and a day of rest where today may be one
 * @param typical at the same time of the week, at today's level
 * @param high more than that is unlike all of it
 */
public record Expected(double low, double typical, double high) {

    /** One and the same. */
    static Expected of(double typical) {
        return new Expected(typical, typical, typical);
    }

    /** Wide enough for another one as well. */
    Expected with(double other) {
        return new Expected(Math.min(low, other), typical, Math.max(high, other));
    }

    /** The end that a number is beyond; the number itself where it lies between. */
    double nearest(double actual) {
        return Math.max(low, Math.min(high, actual));
    }
}
