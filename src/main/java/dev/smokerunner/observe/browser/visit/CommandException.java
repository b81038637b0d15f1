package dev.smokerunner.observe.browser.visit;

/** A command to the browser had no result. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public CommandException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why there is no result. */
    public enum Kind {
        /** The browser answered with an error. */
        REFUSED,
        /** The browser did not answer in time. */
        TIMED_OUT,
        /** The connection is gone, and with it the browser. */
        CLOSED
    }
}
