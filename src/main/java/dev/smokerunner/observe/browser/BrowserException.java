package dev.smokerunner.observe.browser;

import java.util.List;

/** The browser could not be found, started or kept alive: our trouble, never the page's. */
public final class BrowserException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> tried;
    private final boolean dead;

    /**
     * Trouble with a browser that was there.
     *
     * @param message what happened, in a sentence
     * @param cause the library's exception, kept for debugging
     */
    public BrowserException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private BrowserException(String message, Throwable cause, boolean dead) {
        super(message, cause);
        this.tried = List.of();
        this.dead = dead;
    }

    /**
     * No browser was there.
     *
     * @param message what is missing, in a sentence, with what to type
     * @param tried each place that was looked at and what was found there, one line each
     */
    public BrowserException(String message, List<String> tried) {
        super(message);
        this.tried = List.copyOf(tried);
        this.dead = false;
    }

    /**
     * A browser that ended by itself while it started.
     *
     * @param message what happened, in a sentence
     * @param cause what told it
     */
    public static BrowserException died(String message, Throwable cause) {
        return new BrowserException(message, cause, true);
    }

    /** Whether the browser ended by itself while it started: killed or crashed, and another one may well live. */
    public boolean isDead() {
        return dead;
    }

    /** Each place that was looked at and what was found there; empty where that is not the trouble. */
    public List<String> tried() {
        return tried;
    }
}
