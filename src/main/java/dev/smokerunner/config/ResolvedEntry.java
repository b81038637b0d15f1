package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One line of a config as a run reads it.
 *
 * @param depth how deep it stands, from 0
 * @param key its key; absent for an item of a list
 * @param value a text, a number, true or false, or an empty list or map; absent where what it holds follows
 * @param source where the value comes from, for people; empty where that is told of what it holds
 */
public record ResolvedEntry(int depth, Optional<String> key, Optional<JsonNode> value, String source) {

    /** Rejects null. */
    public ResolvedEntry {
        requireNonNull(key);
        requireNonNull(value);
        requireNonNull(source);
    }
}
