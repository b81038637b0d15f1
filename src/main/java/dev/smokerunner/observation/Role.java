package dev.smokerunner.observation;

/** What a reference is for; it decides what may answer and how bad it is when that does not. */
public enum Role {
    /** A page: a frame, or where a meta refresh leads. */
    DOCUMENT,
    /** A classic script. */
    SCRIPT,
    /** A module script, or what one imports. */
    MODULE,
    /** A style sheet. */
    STYLE,
    /** A picture. */
    IMAGE,
    /** The picture on the browser's tab or a phone's start screen. */
    ICON,
    /** A font. */
    FONT,
    /** Data. */
    JSON,
    /** A source map. */
    SOURCE_MAP,
    /** A worker or service worker. */
    WORKER,
    /** A web app manifest. */
    MANIFEST,
    /** Sound, film, and what has no role of its own. */
    OTHER;

    /** Whether it is code that the page itself runs; a worker runs beside it. */
    public boolean isScript() {
        return this == SCRIPT || this == MODULE;
    }

    /** The name as the documentation writes it: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
