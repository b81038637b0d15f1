package dev.smokerunner.observe.browser;

/** A command to the browser had no result. */
final class DevToolsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    DevToolsException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Why there is no result. */
    enum Kind {
        /** The browser answered with an error. */
        REFUSED,
        /** The browser did not answer in time. */
        TIMED_OUT,
        /** The connection is gone, and with it the browser. */
        CLOSED
    }
}
