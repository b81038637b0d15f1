package dev.smokerunner.config;

import dev.smokerunner.secret.Redaction;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Gathers what is wrong with a file, one problem for each value: the first that was found is the cause. */
final class Problems {
    private final String file;
    private final ValuePositions spots;
    private final Map<JsonPointer, Problem> found = new LinkedHashMap<>();

    Problems(String file, ValuePositions spots) {
        this.file = file;
        this.spots = spots;
    }

    /** A value is wrong. */
    void add(JsonPointer at, String message) {
        put(at, spots.of(at).value(), message);
    }

    /** A key is wrong, whatever its value. */
    void addKey(JsonPointer at, String message) {
        put(at, spots.of(at).key(), message);
    }

    /** A key stands in its map a second time. */
    void addTwice(JsonPointer at, TextPosition again, TextPosition first) {
        put(at, again, "expected the key once, got it a second time; the first is in line " + first.line());
    }

    /** The text is wrong at a place that is no value. */
    void addAt(TextPosition place, String message) {
        found.putIfAbsent(JsonPointer.empty(), new Problem(file, Optional.of(place), "", message));
    }

    private void put(JsonPointer at, TextPosition place, String message) {
        found.putIfAbsent(at, new Problem(file, Optional.of(place), spots.of(at).path(), message));
    }

    /** Whether this very value is wrong. */
    boolean has(JsonPointer at) {
        return found.containsKey(at);
    }

    /** Whether this value or one within it is wrong. */
    boolean hasWithin(JsonPointer at) {
        String within = at + "/";
        return has(at) || found.keySet().stream().anyMatch(p -> p.toString().startsWith(within));
    }

    ValuePosition spot(JsonPointer at) {
        return spots.of(at);
    }

    /**
     * Ends with all problems that were found, in the order of the file.
     *
     * @param redaction removes what a value brought in from a secret
     * @throws ConfigException if there is a problem
     */
    void throwIfAny(Redaction redaction) throws ConfigException {
        if (found.isEmpty()) {
            return;
        }
        List<Problem> sorted = found.values().stream()
                .map(p -> new Problem(p.file(), p.place(), p.path(), redaction.apply(p.message())))
                .sorted(Comparator.comparing(p -> p.place().orElse(TextPosition.START)))
                .toList();
        throw new ConfigException(sorted);
    }
}
