package dev.smokerunner.serving;

/** A package that cannot be served: the path is wrong, so it is a usage error and nothing was checked. */
public final class PackageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Trouble that only the message explains.
     *
     * @param message which path, and what is wrong with it, in a sentence
     */
    public PackageException(String message) {
        super(message);
    }

    /**
     * Trouble with a cause.
     *
     * @param message which path, and what is wrong with it, in a sentence
     * @param cause kept for debugging
     */
    public PackageException(String message, Throwable cause) {
        super(message, cause);
    }
}
