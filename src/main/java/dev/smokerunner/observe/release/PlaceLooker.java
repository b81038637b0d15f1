package dev.smokerunner.observe.release;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Place;
import dev.smokerunner.observe.http.HttpFetcher;

/**
 * One of the places that serve a site, and the way to ask it.
 *
 * @param place the place
 * @param http asks it, and nobody else uses it; closed with this
 */
public record PlaceLooker(Place place, HttpFetcher http) implements AutoCloseable {

    /** Rejects null. */
    public PlaceLooker {
        requireNonNull(place);
        requireNonNull(http);
    }

    @Override
    public void close() {
        http.close();
    }
}
