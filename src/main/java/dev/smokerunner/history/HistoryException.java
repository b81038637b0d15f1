package dev.smokerunner.history;

/** The history cannot be opened; its message says which, why, and what to do. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    HistoryException(String message) {
        super(message);
    }
}
