package dev.smokerunner.observe.browser.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message of the protocol, read with care: what is missing or of another type reads as absent.
 *
 * @param map the message as it was parsed
 */
public record Fields(Map<?, ?> map) {
    static final Fields NONE = new Fields(Map.of());

    static Fields of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Fields(map) : NONE;
    }

    public boolean has(String name) {
        return map.get(name) != null;
    }

    public Optional<String> text(String name) {
        return map.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** The number, rounded; 0 where there is none. */
    public long number(String name) {
        return map.get(name) instanceof Number number ? Math.round(number.doubleValue()) : 0;
    }

    /** The number as it is; 0 where there is none. */
    public double decimal(String name) {
        return map.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    public Fields in(String name) {
        return of(map.get(name));
    }

    public List<Fields> list(String name) {
        return map.get(name) instanceof List<?> list
                ? list.stream().map(Fields::of).toList()
                : List.of();
    }

    public List<String> texts(String name) {
        return map.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** A copy that can be changed and sent back. */
    public Map<String, Object> copy() {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
