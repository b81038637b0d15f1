package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A dialog that a page opened by itself: nothing of the page goes on until somebody answers it.
 *
 * @param kind what it asks for
 * @param text what it says, cut to a bounded length; hostile, as all page text is
 * @param moment what there was of the page when it opened
 * @param caller the script that opened it, with line and column; absent where that is not known
 */
public record Dialog(Kind kind, String text, Moment moment, Optional<String> caller) {

    /** Rejects null. */
    public Dialog {
        requireNonNull(kind);
        requireNonNull(text);
        requireNonNull(moment);
        requireNonNull(caller);
    }

    /** What a dialog asks for. */
    public enum Kind {
        /** To be read: {@code alert}. */
        ALERT,
        /** Yes or no: {@code confirm}. */
        CONFIRM,
        /** A text: {@code prompt}. */
        PROMPT,
        /** Whether to leave the page. */
        LEAVE
    }

    /** What there was of a page when a dialog opened. */
    public enum Moment {
        /** Its HTML was still being read, or nothing of it could be seen yet: the dialog stands before an empty window. */
        BEFORE_THE_PAGE,
        /** The whole page was there behind the dialog, or nobody knows. */
        OVER_THE_PAGE
    }
}
