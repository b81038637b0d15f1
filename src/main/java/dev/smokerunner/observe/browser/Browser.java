package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import java.util.List;

/** A running browser: the one port through which pages are looked at. Safe for use by several threads at once. */
public interface Browser extends AutoCloseable {

    /** What it is, for people: name, version and path. */
    String description();

    /**
     * Loads one page with an empty profile and says what was seen; returns within the visit's limit and a few seconds,
     * whatever the page does.
     *
     * @throws BrowserException if the browser died or does not answer, which says nothing about the page
     */
    BrowserVisit visit(VisitRequest request) throws BrowserException;

    /**
     * Logs in, in an empty profile of its own, and says with what the visitor comes out of it; returns within the request's
     * limit and a few seconds.
     *
     * @throws BrowserException if the browser died, does not answer or cannot do that
     */
    default LogInResult logIn(LogInRequest request) throws BrowserException {
        throw new BrowserException(description() + " cannot log in to a page", List.of());
    }

    /** Ends the browser and all that it left on disk; never hangs, may be called twice. */
    @Override
    void close();
}
