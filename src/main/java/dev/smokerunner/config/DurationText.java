package dev.smokerunner.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in configs and on the command line: {@code 250ms}, {@code 10s}, {@code 2m}, {@code 1h}. */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private DurationText() {}

    /**
     * The duration that a text says.
     *
     * @throws IllegalArgumentException if it says none; the message is what is expected
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a duration such as 250ms, 10s or 2m");
        }
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /**
     * The duration that a text says, as a limit.
     *
     * @throws IllegalArgumentException if it says none, or nothing can keep it; the message is what is expected
     */
    public static Duration parseLimit(String text) {
        Duration limit = parse(text);
        if (limit.isZero()) {
            throw new IllegalArgumentException("a duration longer than nothing, such as 250ms, 10s or 2m");
        }
        return limit;
    }
}
