package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.BrowserException;

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

    /**
     * What it means under a visit: our trouble, not the page's.
     *
     * @param browser its name and version
     */
    public BrowserException duringVisit(String browser) {
        String what =
                switch (kind) {
                    case CLOSED -> "the browser ended during the visit";
                    case TIMED_OUT -> "the browser does not answer";
                    case REFUSED -> "the browser refused a command";
                };
        return new BrowserException(what + " (" + browser + "): " + getMessage(), this);
    }

    /**
     * What it means where it was among the first that was said to a browser.
     *
     * @param place where the browser is
     */
    public BrowserException afterStart(String place) {
        String message = "the browser (" + place + ") did not answer after its start: " + getMessage();
        return kind == Kind.CLOSED ? BrowserException.died(message, this) : new BrowserException(message, this);
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
