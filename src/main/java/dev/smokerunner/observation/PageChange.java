package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One thing in which a page that is served differs from the page that was packaged.
 *
 * @param kind what was done
 * @param touched what it was done to
 * @param where the element that it is about, as it stands there; hostile, as all page text is
 * @param hosts the hosts of other sites that it names, in lower case
 * @param detail it in a few words
 */
public record PageChange(Kind kind, Touched touched, String where, List<String> hosts, String detail) {

    /** Copies the list. */
    public PageChange {
        requireNonNull(kind);
        requireNonNull(touched);
        requireNonNull(where);
        requireNonNull(detail);
        hosts = List.copyOf(hosts);
    }

    /** What was done to a page. */
    public enum Kind {
        /** A whole element was put in that changes nothing beside it: a script, a style, a hint for browsers, a pixel. */
        PUT_IN,
        /** Anything else came, went or became another. */
        CHANGED
    }

    /** What a change can touch, the worst first. */
    public enum Touched {
        /** What runs, or whether it may run. */
        SCRIPT,
        /** How the page looks. */
        STYLE,
        /** Another page within the page. */
        FRAME,
        /** What forbids, redirects or moves all addresses. */
        POLICY,
        /** What visitors fill in, and where it is sent. */
        FORM,
        /** Any other element. */
        STRUCTURE,
        /** What visitors read. */
        TEXT,
        /** The page's last lines: who made it, when, which version. */
        FOOTER,
        /** What neither shows nor does anything: a hint for browsers, a description, a picture of no size. */
        MINOR
    }
}
