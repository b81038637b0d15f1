package dev.smokerunner.canary.packages;

/** A package manager refused, or one of its files cannot be read; the message says which and why. */
public final class PackagesException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what went wrong. */
    public PackagesException(String message) {
        super(message);
    }

    /** Says what went wrong, and from what it follows. */
    public PackagesException(String message, Throwable cause) {
        super(message, cause);
    }
}
