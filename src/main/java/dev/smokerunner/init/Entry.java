package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

/**
 * One entry of a drafted config.
 *
 * @param value what is written; page-controlled
 * @param why why it is there, in our words
 */
public record Entry(String value, String why) {
    /** Rejects null. */
    public Entry {
        requireNonNull(value);
        requireNonNull(why);
    }
}
