package dev.smokerunner.traffic.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Lines that are a map in JSON each: Cloudflare's, Akamai DataStream's, and CloudFront's where it writes JSON. */
final class JsonLog implements LogFormat {
    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> TIMES = List.of("EdgeStartTimestamp", "EdgeEndTimestamp", "reqTimeSec");
    private static final List<String> PATHS =
            List.of("ClientRequestPath", "ClientRequestURI", "reqPath", "cs-uri-stem");
    private static final List<String> HOSTS = List.of("ClientRequestHost", "reqHost", "x-host-header");
    private static final List<String> STATUSES = List.of("EdgeResponseStatus", "statusCode", "sc-status");

    /** Larger numbers are milliseconds, and from the next on nanoseconds. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(100_000_000_000_000L);

    private final MinuteText minutes = new MinuteText(JsonLog::time);

    @Override
    public Optional<LogEntry> read(String line) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue()) {
                    values.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        return entry(values);
    }

    private Optional<LogEntry> entry(Map<String, String> values) {
        Optional<String> path = first(values, PATHS);
        Optional<Instant> minute =
                first(values, TIMES).or(() -> cloudFrontTime(values)).flatMap(minutes::read);
        Optional<Integer> status = first(values, STATUSES)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf);
        return path.isEmpty() || minute.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new LogEntry(
                        minute.get(), first(values, HOSTS).orElse(""), LogEntry.path(path.get()), status.get()));
    }

    private static Optional<String> cloudFrontTime(Map<String, String> values) {
        return first(values, List.of("date"))
                .flatMap(date -> first(values, List.of("time")).map(time -> date + "T" + time + "Z"));
    }

    private static Optional<String> first(Map<String, String> values, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
                .findFirst();
    }

    /** Seconds, milliseconds or nanoseconds since 1970, or a text of RFC 3339. */
    private static Instant time(String text) {
        if (!text.matches("[0-9]{1,19}([.][0-9]{1,9})?")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(MOST_SECONDS) < 0) {
            return Instant.ofEpochSecond(number.longValue());
        }
        return number.compareTo(MOST_MILLIS) < 0
                ? Instant.ofEpochMilli(number.longValue())
                : Instant.ofEpochSecond(0, number.longValue());
    }
}
