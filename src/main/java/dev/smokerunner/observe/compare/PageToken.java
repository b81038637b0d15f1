package dev.smokerunner.observe.compare;

import org.jsoup.nodes.Node;

/**
 * A piece of a parsed page: the start or the end of an element, a stretch of text, or the text of a script or style.
 *
 * @param key what it means, in one spelling; the same for pieces that mean the same
 * @param kind what it is
 * @param node where it stands
 */
record PageToken(String key, Kind kind, Node node) {
    /** The kinds of pieces. */
    enum Kind {
        /** An element begins. */
        START,
        /** An element ends. */
        END,
        /** Text, or what a script or style says. */
        TEXT
    }
}
