package dev.smokerunner.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Header fields of an answer, by name in lower case, in the order in which they came.
 *
 * @param fields the values of each name
 */
public record Headers(Map<String, List<String>> fields) {

    /** No header at all. */
    public static final Headers NONE = new Headers(Map.of());

    /** Lowers the names and copies. */
    public Headers {
        Map<String, List<String>> lowered = new LinkedHashMap<>();
        fields.forEach((name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        fields = java.util.Collections.unmodifiableMap(lowered);
    }

    /** The first value of a name, in whatever case the name is asked for. */
    public Optional<String> first(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The content type without its parameters, in lower case; empty where none was sent. */
    public String mediaType() {
        return first("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
