package dev.smokerunner.history;

/** The history cannot be opened; its message says which, why, and what to do. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    HistoryException(String message) {
        super(message);
    }

    /** Why a database did not do what it was asked, in its own first line; what others put around that says less. */
    public static String reason(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("");
    }
}
