package dev.smokerunner.observation;

/** What is wrong with an answer that may not be read by the page's origin (Cross-Origin Resource Sharing). */
public enum CorsFlaw {
    /** It allows nobody. */
    ABSENT,
    /** It allows everybody ({@code *}), which does not count where credentials are sent. */
    WILDCARD,
    /** It allows the origin, and not that credentials are sent. */
    NO_CREDENTIALS,
    /** It allows another origin. */
    OTHER_ORIGIN,
    /** It allows several at once, which counts as nobody. */
    SEVERAL,
    /** The answer to what browsers ask beforehand does not allow it. */
    PREFLIGHT,
    /** What the browser says is none of these. */
    OTHER
}
