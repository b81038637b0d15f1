package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.session.SessionException;

/** A Selenium Grid gave no browser: our trouble, never the page's. */
public final class GridException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    GridException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    GridException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What a Grid is in trouble for that has given no answer of its own. */
    static GridException of(GridAddress grid, SessionException trouble) {
        return switch (trouble.kind()) {
            case NO_ANSWER, TIMED_OUT ->
                new GridException(
                        Kind.NO_ANSWER, "the Selenium Grid " + grid + " does not answer: " + trouble.reason(), trouble);
            case NOT_LET_IN ->
                new GridException(
                        Kind.REFUSED,
                        "the Selenium Grid " + grid + " lets nobody in "
                                + (grid.login().isPresent() ? "with this" : "without") + " user and password ("
                                + trouble.reason() + "); give them as in http://user:password@host:4444/",
                        trouble);
            case NOT_WEBDRIVER ->
                new GridException(
                        Kind.NOT_A_GRID,
                        "what answers at " + grid + " is no Selenium Grid: expected WebDriver's JSON, got "
                                + trouble.reason()
                                + "; give the URL of its hub, its router or a standalone server",
                        trouble);
            case REFUSED ->
                new GridException(Kind.REFUSED, "the Selenium Grid " + grid + " refuses: " + trouble.reason(), trouble);
        };
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** The kinds of trouble, by what can be done about them. */
    public enum Kind {
        /** Nobody answers there. */
        NO_ANSWER,
        /** Something else answers. */
        NOT_A_GRID,
        /** The Grid says no: to who asks, or to what is asked for. */
        REFUSED,
        /** Every slot for such a browser was in use until the time was over; another run may find one. */
        NO_SLOT
    }
}
