package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;

/**
 * Something that a browser reports.
 *
 * @param method its name in the protocol
 * @param params what is said about it
 */
record BidiEvent(String method, Fields params) {
    /** The tab or frame in which it happened; empty where the protocol names none. */
    String context() {
        return params.text("context")
                .or(() -> params.in("source").text("context"))
                .orElse("");
    }
}
