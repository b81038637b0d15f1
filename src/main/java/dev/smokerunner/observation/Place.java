package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * One of the places that serve a site.
 *
 * @param kind what kind of place
 * @param name what it is called, e.g. {@code edge 203.0.113.7}
 * @param base where the files of the site are, with a slash at the end
 * @param machine the one machine that is asked; absent where it is found by the name in {@code base}
 */
public record Place(Kind kind, String name, URI base, Optional<Machine> machine) {

    /** Rejects null. */
    public Place {
        requireNonNull(kind);
        requireNonNull(name);
        requireNonNull(base);
        requireNonNull(machine);
    }

    /** A place that is found by its name. */
    public Place(Kind kind, String name, URI base) {
        this(kind, name, base, Optional.empty());
    }

    /** The kinds of places. */
    public enum Kind {
        /** The site as everybody finds it. */
        SITE,
        /** What stands behind the caches. */
        ORIGIN,
        /** One machine of the CDN, or of several servers. */
        EDGE
    }
}
