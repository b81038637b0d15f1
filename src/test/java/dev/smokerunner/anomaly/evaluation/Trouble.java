package dev.smokerunner.anomaly.evaluation;

import java.util.Random;

/** What is done to a healthy series, so that there is something to find. */
enum Trouble {
    /** Nothing comes for three quarters of an hour. */
    DROP_TO_ZERO(45, true),
    /** Three of ten come. */
    DROP(45, true),
    /** For six hours about half of it, or twice as long. */
    LEVEL_SHIFT(360, true),
    /** Four times as long for twenty minutes. */
    SPIKE(20, false),
    /** Over twelve hours it takes three times as long, little by little. */
    TREND(720, false),
    /** A day begins six hours later than it should. */
    CHANGED_SEASON(1440, true),
    /** The same number again and again. */
    DEAD_SENSOR(480, false),
    /** Since a release, a third longer, or two fifths fewer, for ten hours. */
    RELEASE_STEP(600, true);

    final int minutes;
    /** Whether counts have it; all but what falls happen to response times. */
    final boolean ofCounts;

    Trouble(int minutes, boolean ofCounts) {
        this.minutes = minutes;
        this.ofCounts = ofCounts;
    }

    boolean ofTimes() {
        return this == SPIKE || this == TREND || this == DEAD_SENSOR || this == LEVEL_SHIFT || this == RELEASE_STEP;
    }

    /** What becomes of counts. */
    double count(double[] healthy, int at, int from, Random chance) {
        return switch (this) {
            case DROP_TO_ZERO -> 0;
            case DROP -> thinned(healthy[at], 0.3, chance);
            case LEVEL_SHIFT -> thinned(healthy[at], 0.45, chance);
            case RELEASE_STEP -> thinned(healthy[at], 0.6, chance);
            case CHANGED_SEASON -> healthy[at - 360];
            default -> healthy[at];
        };
    }

    /** What becomes of response times. */
    double time(double[] healthy, int at, int from) {
        return switch (this) {
            case SPIKE -> healthy[at] * 4;
            case LEVEL_SHIFT -> healthy[at] * 2;
            case TREND -> healthy[at] * (1 + 2.0 * (at - from) / minutes);
            case DEAD_SENSOR -> healthy[from];
            case RELEASE_STEP -> healthy[at] * 1.33;
            default -> healthy[at];
        };
    }

    private static double thinned(double count, double part, Random chance) {
        if (count > 200) {
            return Math.max(0, Math.round(count * part + chance.nextGaussian() * Math.sqrt(count * part * (1 - part))));
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            kept += chance.nextDouble() < part ? 1 : 0;
        }
        return kept;
    }
}
