package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An element that the rendered page must show.
 *
 * @param css the selector
 * @param text what its text must be like; absent means any text
 * @param count how many must match; absent means at least one
 * @param visible whether a person must be able to see it; default true
 * @param impact how bad it is when it is missing; default Sev 2
 */
public record RequiredElement(
        String css, Optional<TextPattern> text, OptionalInt count, boolean visible, Severity impact) {

    /** Rejects null. */
    public RequiredElement {
        requireNonNull(css);
        requireNonNull(text);
        requireNonNull(count);
        requireNonNull(impact);
    }

    /** A visible element with any text. */
    public static RequiredElement of(String css) {
        return new RequiredElement(css, Optional.empty(), OptionalInt.empty(), true, Severity.SEV2);
    }
}
