package dev.smokerunner.observe.browser;

/**
 * Something that the browser reports without being asked.
 *
 * @param method the event's name, e.g. {@code network.responseCompleted}
 * @param params what happened
 */
record BidiEvent(String method, Fields params) {

    /** The profile in which it happened; empty where the event does not say. */
    String userContext() {
        return params.text("userContext").orElseGet(() -> params.in("source").textOr("userContext", ""));
    }

    /** The tab or frame in which it happened; empty where the event does not say. */
    String context() {
        return params.text("context").orElseGet(() -> params.in("source").textOr("context", ""));
    }
}
