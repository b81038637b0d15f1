package dev.smokerunner.result;

import java.time.Duration;
import java.util.Locale;

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

    /** How long something was measured to take, in the unit that fits: {@code 610 ms}, {@code 1.8 s}, {@code 2 min 5 s}. */
    public static String measured(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        // 59.96 s would be rounded to "60.0 s".
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        if (duration.toHours() >= TWO) {
            return of(duration);
        }
        long seconds = Math.round(millis / 1_000.0);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String rest(int count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit;
    }
}
