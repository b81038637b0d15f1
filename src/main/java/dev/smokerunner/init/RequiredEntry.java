package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A required element of a drafted config.
 *
 * @param css the selector
 * @param text what it must show; absent means any text
 * @param why why it is there, in our words
 */
public record RequiredEntry(String css, Optional<String> text, String why) {
    /** Rejects null. */
    public RequiredEntry {
        requireNonNull(css);
        requireNonNull(text);
        requireNonNull(why);
    }

    /** An element with any text. */
    RequiredEntry(String css, String why) {
        this(css, Optional.empty(), why);
    }
}
