package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

/**
 * Something that was seen and is not in the draft.
 *
 * @param what what it is; page-controlled
 * @param why why it is left out, in our words
 */
public record LeftOut(String what, String why) {
    /** Rejects null. */
    public LeftOut {
        requireNonNull(what);
        requireNonNull(why);
    }
}
