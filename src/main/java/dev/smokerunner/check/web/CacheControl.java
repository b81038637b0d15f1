package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.expectation.CacheRule;
import dev.smokerunner.expectation.CacheRule.Comparison;
import dev.smokerunner.expectation.CacheRule.Condition;
import dev.smokerunner.observation.Headers;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headers of an answer allow caches to do with it.
 *
 * @param directives the directives of {@code Cache-Control} with their values; a value is empty where there is none
 * @param lifetime how many seconds a browser may keep it without asking; absent where the headers do not say
 * @param shown the header that says so, for people
 */
public record CacheControl(Map<String, String> directives, Optional<Long> lifetime, String shown) {
    /** Nobody means more than that, and a long holds it. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** Reads what an answer says of caching. */
    public static CacheControl of(Headers headers) {
        String text = String.join(", ", headers.fields().getOrDefault("cache-control", List.of()));
        Map<String, String> directives = directives(text);
        if (!directives.isEmpty() && lifetime(directives).isPresent()) {
            return new CacheControl(directives, lifetime(directives), "Cache-Control: " + Format.line(text));
        }
        Optional<String> expires = headers.first("expires");
        if (expires.isPresent()) {
            String shown = (text.isEmpty() ? "" : "Cache-Control: " + Format.line(text) + ", ") + "Expires: "
                    + Format.line(expires.get());
            return new CacheControl(directives, untilExpiry(headers, expires.get()), shown);
        }
        String shown = text.isEmpty() ? "no Cache-Control" : "Cache-Control: " + Format.line(text);
        return new CacheControl(directives, Optional.empty(), shown);
    }

    /** Whether a browser does not even ask when the page is reloaded. */
    public boolean isImmutable() {
        return directives.containsKey("immutable");
    }

    /** Whether a condition of the config holds. */
    public boolean keeps(Condition condition) {
        if (condition.comparison() == Comparison.PRESENT) {
            return directives.containsKey(condition.directive());
        }
        // What is not kept at all is kept for no longer than any limit.
        Optional<Long> seconds = condition.directive().equals("max-age")
                ? lifetime
                : seconds(directives.getOrDefault(condition.directive(), ""));
        return seconds.filter(number -> condition.comparison().holds(number, condition.seconds()))
                .isPresent();
    }

    /** Whether all conditions of a rule hold. */
    public boolean keeps(CacheRule rule) {
        return rule.conditions().stream().allMatch(this::keeps);
    }

    private static Map<String, String> directives(String text) {
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            String value = pair.length == 2 ? pair[1].strip().replace("\"", "") : "";
            if (!name.isEmpty()) {
                directives.putIfAbsent(name, value);
            }
        }
        return directives;
    }

    private static Optional<Long> lifetime(Map<String, String> directives) {
        // With names of header fields, no-cache concerns those fields alone.
        boolean isNotKept = directives.containsKey("no-store")
                || directives.getOrDefault("no-cache", "some field").isEmpty();
        return isNotKept ? Optional.of(0L) : seconds(directives.getOrDefault("max-age", ""));
    }

    private static Optional<Long> seconds(String value) {
        return SECONDS.matcher(value).matches() ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private static Optional<Long> untilExpiry(Headers headers, String expires) {
        Optional<ZonedDateTime> end = date(expires);
        if (end.isEmpty()) {
            // A date that is none, such as 0 or -1, means that it is over already.
            return Optional.of(0L);
        }
        return headers.first("date")
                .flatMap(CacheControl::date)
                .map(now -> Math.max(0, Duration.between(now, end.get()).toSeconds()));
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
