package dev.smokerunner.detection;

import java.net.URI;

/** What is wrong. */
public sealed interface Subject {

    /** It as people read it, and as a config names it. */
    String text();

    /** A file, a page or a call, by its URL. */
    record Url(URI url) implements Subject {
        @Override
        public String text() {
            return url.toString();
        }
    }

    /**
     * A tag of a page.
     *
     * @param text the tag as it is written, cut to a readable length; hostile
     * @param isScript whether it is a script's
     */
    record Tag(String text, boolean isScript) implements Subject {}

    /**
     * An element of the page as it is shown.
     *
     * @param text the selector
     */
    record Element(String text) implements Subject {}

    /**
     * A line of code, or what the browser names instead.
     *
     * @param file the URL of the file, as the browser writes it
     * @param text with the line, where that is known
     */
    record Code(String file, String text) implements Subject {}

    /**
     * A host.
     *
     * @param text its name
     */
    record Host(String text) implements Subject {}

    /**
     * A file of a package.
     *
     * @param text its key
     */
    record PackageFile(String text) implements Subject {}

    /**
     * What a config asks for and nothing fits.
     *
     * @param text the pattern
     */
    record Wanted(String text) implements Subject {}

    /** A URL. */
    static Subject of(URI url) {
        return new Url(url);
    }

    /** Whether it is about this URL. */
    default boolean isUrl(String other) {
        return this instanceof Url && text().equals(other);
    }
}
