package dev.smokerunner.target;

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
 */
public record Edges(Optional<URI> origin, List<EdgeAddress> addresses, boolean all) {
    /** Nowhere else that is known. */
    public static final Edges NONE = new Edges(Optional.empty(), List.of(), false);

    /** Copies the list. */
    public Edges {
        requireNonNull(origin);
        addresses = List.copyOf(addresses);
    }

    /** Whether there is nowhere else. */
    public boolean isEmpty() {
        return origin.isEmpty() && addresses.isEmpty() && !all;
    }
}
