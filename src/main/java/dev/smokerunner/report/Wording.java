package dev.smokerunner.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Wording {

    private Wording() {}

    /** A count with its noun: {@code 1 page}, {@code 27 requests}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A duration in the unit that fits: {@code 610 ms}, {@code 1.8 s}, {@code 2 min 5 s}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        // 59.96 s would be rounded to "60.0 s".
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = Math.round(millis / 1_000.0);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
