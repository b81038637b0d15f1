package dev.smokerunner.observe.browser;

import java.util.List;

/** The browser could not be found, started or kept alive: our trouble, never the page's. */
public final class BrowserException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> tried;

    /**
     * Trouble with a browser that was there.
     *
     * @param message what happened, in a sentence
     * @param cause the library's exception, kept for debugging
     */
    public BrowserException(String message, Throwable cause) {
        super(message, cause);
        this.tried = List.of();
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
    }

    /** Each place that was looked at and what was found there; empty where that is not the trouble. */
    public List<String> tried() {
        return tried;
    }
}
