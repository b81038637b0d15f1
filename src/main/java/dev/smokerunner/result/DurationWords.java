package dev.smokerunner.result;

import java.time.Duration;

/** A duration as people say it, the same in every output. */
public final class DurationWords {
    /** Below, the smaller unit says more: 90 s, 100 min, 30 h. */
    private static final int TWO = 2;

    private DurationWords() {}

    /** E.g. {@code 90 s}, {@code 45 min}, {@code 5 h 20 min}, {@code 3 days 4 h}; without a sign, and what is left below is cut off. */
    public static String of(Duration duration) {
        Duration length = duration.abs();
        if (length.toMinutes() < TWO) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < TWO) {
            return length.toMinutes() + " min";
        }
        return length.toDays() < TWO
                ? length.toHours() + " h" + rest(length.toMinutesPart(), "min")
                : length.toDays() + " days" + rest(length.toHoursPart(), "h");
    }

    private static String rest(int count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit;
    }
}
