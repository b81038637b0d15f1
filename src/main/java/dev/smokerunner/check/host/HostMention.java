package dev.smokerunner.check.host;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One place where a page names a host.
 *
 * @param host the host in lower case; {@code file:} for a file of the machine itself
 * @param authority the host with its port, as a URL has it
 * @param url the URL that names it
 * @param how how sure it is that the page needs it
 * @param what what names it, in words
 * @param file the file that names it
 * @param place where in that file, worked out for the few mentions that are told; absent where only the browser saw it
 */
record HostMention(
        String host, String authority, String url, How how, String what, URI file, Supplier<Optional<Location>> place) {
    /** The host of what is no host at all. */
    static final String FILE = "file:";

    /** How a host is named. */
    enum How {
        /** A tag, a rule of a style sheet or a form names it: it is needed. */
        WRITTEN,
        /** The browser loaded an asset from it. */
        LOADED,
        /** The page's own code called it. */
        CALLED,
        /** Code of others, a frame or a stream that stays open: pages also look on purpose for programs on a visitor's computer. */
        TRIED,
        /** It is part of a text of the page's own code, which may never be used. */
        IN_TEXT
    }

    /** Where it stands; absent where only the browser saw it. */
    Optional<Location> where() {
        return place.get();
    }

    /** The mention as a line of evidence. */
    String line() {
        return what + " " + Format.line(url)
                + where().map(place -> " (" + place + ")").orElse("");
    }
}
