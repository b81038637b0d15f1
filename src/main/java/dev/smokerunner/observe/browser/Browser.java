package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;

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

    /** Ends the browser and all that it left on disk; never hangs, may be called twice. */
    @Override
    void close();
}
