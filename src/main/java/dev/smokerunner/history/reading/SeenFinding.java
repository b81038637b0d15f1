package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.util.Optional;

/**
 * Something that a round found; its texts may be a page's own words.
 *
 * @param check which check found it
 * @param kind what it is
 * @param severity how bad it is, after the audience capped it
 * @param subject what it is about
 * @param message what is wrong, in a sentence
 * @param place file, line and column; absent where there is none
 * @param hint what to do; absent where nobody knows
 */
public record SeenFinding(
        String check,
        String kind,
        Severity severity,
        String subject,
        String message,
        Optional<String> place,
        Optional<String> hint) {
    /** Rejects null. */
    public SeenFinding {
        requireNonNull(check);
        requireNonNull(kind);
        requireNonNull(severity);
        requireNonNull(subject);
        requireNonNull(message);
        requireNonNull(place);
        requireNonNull(hint);
    }
}
