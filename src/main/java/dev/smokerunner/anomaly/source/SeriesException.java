package dev.smokerunner.anomaly.source;

/** A series that cannot be had; the message says what was expected and what there is instead. */
public final class SeriesException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean isUnreachable;

    private SeriesException(String message, boolean isUnreachable) {
        super(message);
        this.isUnreachable = isUnreachable;
    }

    /** What is there is no series. */
    public static SeriesException wrong(String message) {
        return new SeriesException(message, false);
    }

    /** Nothing could be had at all. */
    static SeriesException unreachable(String message) {
        return new SeriesException(message, true);
    }

    /** Whether it is not known what there is. */
    public boolean isUnreachable() {
        return isUnreachable;
    }
}
