package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one place serves.
 *
 * @param place the place
 * @param files what it serves for each file, in the order of their keys
 */
public record PlaceSighting(Place place, List<FileSighting> files) {

    /** Copies the list. */
    public PlaceSighting {
        requireNonNull(place);
        files = List.copyOf(files);
    }
}
