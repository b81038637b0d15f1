package dev.smokerunner.serving;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where else a live site is served; each place must serve the same.
 *
 * @param origin the URL of the origin behind the CDN, by its own name
 * @param addresses machines that are asked for the site by the site's name
 * @param all whether every address that the site's name has is one of them
 * @param ofOther the site whose places are known, where another one is checked instead: then there are none here
 */
public record Edges(Optional<URI> origin, List<EdgeAddress> addresses, boolean all, Optional<URI> ofOther) {
    /** Nowhere else that is known. */
    public static final Edges NONE = new Edges(Optional.empty(), List.of(), false);

    /** Copies the list. */
    public Edges {
        requireNonNull(origin);
        requireNonNull(ofOther);
        addresses = List.copyOf(addresses);
    }

    /** The places of the site that is checked. */
    public Edges(Optional<URI> origin, List<EdgeAddress> addresses, boolean all) {
        this(origin, addresses, all, Optional.empty());
    }

    /**
     * What is left of the places where another address of the site, or another site, is checked instead.
     *
     * @param configured the site whose places these are
     * @param instead what is checked
     */
    public Edges of(URI configured, URI instead) {
        if (isEmpty() || configured.resolve("./").equals(instead.resolve("./"))) {
            return this;
        }
        boolean isSameHost = configured.getHost().equalsIgnoreCase(instead.getHost());
        // The machines are asked by the host's name; the origin has the files of the configured folder.
        return isSameHost && (all || !addresses.isEmpty())
                ? new Edges(Optional.empty(), addresses, all)
                : new Edges(Optional.empty(), List.of(), false, Optional.of(configured));
    }

    /** Whether there is nowhere else. */
    public boolean isEmpty() {
        return origin.isEmpty() && addresses.isEmpty() && !all;
    }
}
