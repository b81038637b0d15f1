package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.anomaly.season.WallClock;

/**
 * How a series is judged.
 *
 * @param measure what its numbers are
 * @param clock the time by which visitors live, with their holidays
 * @param leastChange by what part something must have changed to be worth a word, however improbable it is; above 0
 * @param confirm so many judgements in a row must say that it is unusual; 1 or more
 * @param recover so many that it is as usual again; 1 or more
 */
public record Settings(Measure measure, WallClock clock, double leastChange, int confirm, int recover) {
    private static final int CONFIRM = 2;
    /** One slow answer in eighty is usual, and two of them together once a day. */
    private static final int CONFIRM_TIMES = 3;

    private static final int RECOVER = 3;

    /** Rejects what cannot be. */
    public Settings {
        requireNonNull(measure);
        requireNonNull(clock);
        if (!(leastChange > 0) || confirm < 1 || recover < 1) {
            throw new IllegalArgumentException(
                    "changes of " + leastChange + ", confirmed " + confirm + " times, recovered " + recover + " times");
        }
    }

    /** The usual ones. */
    public static Settings of(Measure measure, WallClock clock) {
        int confirm = measure == Measure.COUNTS ? CONFIRM : CONFIRM_TIMES;
        return new Settings(measure, clock, measure.leastChange(), confirm, RECOVER);
    }
}
