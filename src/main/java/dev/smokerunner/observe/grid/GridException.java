package dev.smokerunner.observe.grid;

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
