package dev.smokerunner.detection;

import dev.smokerunner.observation.Place;
import java.net.URI;
import java.util.Optional;

/** How a finding can be shown again without this tool; as data, since the command depends on where the files are. */
public sealed interface Reproduction {

    /** What is asked for. */
    URI url();

    /**
     * Status and headers of a URL.
     *
     * @param origin the origin of a page that asks; absent where that makes no difference
     * @param place the place that is asked; absent for the site itself
     */
    record Headers(URI url, Optional<String> origin, Optional<Place> place) implements Reproduction {}

    /** How long a place takes for a URL. */
    record Time(URI url, Place place) implements Reproduction {}

    /** How a URL redirects. */
    record Redirects(URI url) implements Reproduction {}

    /**
     * The first bytes of a URL.
     *
     * @param asBytes whether they are no text
     */
    record Start(URI url, boolean asBytes) implements Reproduction {}

    /**
     * The last bytes of a URL.
     *
     * @param asBytes whether they are no text
     */
    record End(URI url, boolean asBytes) implements Reproduction {}

    /**
     * Headers of a URL, and how many bytes come.
     *
     * @param isDecoded whether its encoding is to be undone
     */
    record Length(URI url, boolean isDecoded) implements Reproduction {}

    /** What stands around a column of a line, both from 1. */
    record Around(URI url, int line, int column) implements Reproduction {}

    /** Some lines of a URL, from 1. */
    record Lines(URI url, int first, int last) implements Reproduction {}

    /** Where a URL's text names something, with what stands around it. */
    record Mentions(URI url, String text) implements Reproduction {}

    /**
     * The digest of a URL's bytes as {@code integrity} attributes write it.
     *
     * @param algorithm e.g. {@code sha384}
     */
    record Integrity(URI url, String algorithm) implements Reproduction {}

    /**
     * The digest of a URL's bytes in hexadecimal digits.
     *
     * @param program the program that makes it, e.g. {@code md5sum}
     * @param place the place that is asked; absent for the site itself
     */
    record Sum(URI url, String program, Optional<Place> place) implements Reproduction {}

    /** Status and headers of a URL. */
    static Reproduction headers(URI url) {
        return new Headers(url, Optional.empty(), Optional.empty());
    }

    /** Status and headers of what one of a site's places answers for a URL. */
    static Reproduction headers(URI url, Place place) {
        return new Headers(url, Optional.empty(), Optional.of(place));
    }

    /** Status and headers of a URL as a page of another origin gets them. */
    static Reproduction headers(URI url, String origin) {
        return new Headers(url, Optional.of(origin), Optional.empty());
    }

    /** How long a place takes for a URL. */
    static Reproduction time(URI url, Place place) {
        return new Time(url, place);
    }

    /** How a URL redirects. */
    static Reproduction redirects(URI url) {
        return new Redirects(url);
    }

    /** The first bytes of a URL, as text. */
    static Reproduction start(URI url) {
        return new Start(url, false);
    }

    /** The first bytes of a URL, of which none is text. */
    static Reproduction bytes(URI url) {
        return new Start(url, true);
    }

    /** The last bytes of a URL, as text. */
    static Reproduction end(URI url) {
        return new End(url, false);
    }

    /** The last bytes of a URL, of which none is text. */
    static Reproduction lastBytes(URI url) {
        return new End(url, true);
    }

    /** How many bytes come, beside the headers that say how many. */
    static Reproduction length(URI url) {
        return new Length(url, false);
    }

    /** How many bytes there are once the encoding that the headers name is undone, if it can be. */
    static Reproduction decoded(URI url) {
        return new Length(url, true);
    }

    /** What stands around a place of a text. */
    static Reproduction around(URI url, int line, int column) {
        return new Around(url, line, column);
    }

    /** Some lines of a URL. */
    static Reproduction lines(URI url, int first, int last) {
        return new Lines(url, first, last);
    }

    /** Where a URL's text names something. */
    static Reproduction mentions(URI url, String text) {
        return new Mentions(url, text);
    }

    /** The digest of a URL's bytes as {@code integrity} attributes write it. */
    static Reproduction integrity(URI url, String algorithm) {
        return new Integrity(url, algorithm);
    }

    /** The digest of a URL's bytes in hexadecimal digits. */
    static Reproduction sum(URI url, String program) {
        return new Sum(url, program, Optional.empty());
    }

    /** The digest of the bytes that one of a site's places answers for a URL. */
    static Reproduction sum(URI url, String program, Place place) {
        return new Sum(url, program, Optional.of(place));
    }
}
