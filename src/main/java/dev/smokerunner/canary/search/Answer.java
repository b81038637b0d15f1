package dev.smokerunner.canary.search;

/** What an oracle says of a set of changes. */
public enum Answer {
    /** Everything works with them. */
    GOOD,
    /** Something is broken with them. */
    BAD,
    /** They cannot be tried together, e.g. because they contradict each other. */
    UNKNOWN
}
