package dev.smokerunner.anomaly;

/** Notices that a number which varied is always the same now, as of a sensor that is dead. */
final class Stuck {
    private static final int FEWEST = 30;
    /** So many times as long as it ever was the same. */
    private static final int TIMES = 3;

    private static final int FEWEST_BEFORE = 200;

    private double last = Double.NaN;
    private int run;
    private int longest;
    private int before;

    /** How many of the newest are the same; 0 where that is nothing unusual. */
    int learn(double value) {
        if (value == last) {
            run++;
        } else {
            if (!isUnusual()) {
                longest = Math.max(longest, run);
                before += run;
            }
            run = 1;
            last = value;
        }
        return isUnusual() ? run : 0;
    }

    private boolean isUnusual() {
        return run >= FEWEST && run > TIMES * longest && before >= FEWEST_BEFORE;
    }
}
