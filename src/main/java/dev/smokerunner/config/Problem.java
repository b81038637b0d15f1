package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong with a config, for people; it never shows a secret.
 *
 * @param file the file, as it was named
 * @param place where in the file; absent where the file itself is the trouble
 * @param path the key, e.g. {@code pages[0].title}; empty for the whole file
 * @param message what was expected, what was found and what to do
 */
public record Problem(String file, Optional<TextPosition> place, String path, String message) {

    /** Rejects null. */
    public Problem {
        requireNonNull(file);
        requireNonNull(place);
        requireNonNull(path);
        requireNonNull(message);
    }

    /** The problem on one line: {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        return file + place.map(at -> ":" + at).orElse("") + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
