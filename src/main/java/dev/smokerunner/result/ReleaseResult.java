package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whether the release that should be live is.
 *
 * @param name the package, as it was named
 * @param state the state over all places
 * @param files how many files it has
 * @param polls how many times it was asked for
 * @param waited how long it took until it was live, or until the waiting ended
 * @param places each place that was asked, the site itself first
 */
public record ReleaseResult(
        String name, ReleaseState state, int files, int polls, Duration waited, List<PlaceResult> places) {

    /** Copies the list. */
    public ReleaseResult {
        requireNonNull(name);
        requireNonNull(state);
        requireNonNull(waited);
        places = List.copyOf(places);
    }

    /** A copy with each text mapped. */
    ReleaseResult mapTexts(UnaryOperator<String> operation) {
        return new ReleaseResult(
                operation.apply(name),
                state,
                files,
                polls,
                waited,
                places.stream().map(place -> place.mapTexts(operation)).toList());
    }

    /**
     * One place that was asked.
     *
     * @param name what it is called, e.g. {@code edge 203.0.113.7}
     * @param url where the package's files were looked for
     * @param state what it serves
     * @param live how many of the files it serves as they were packaged
     */
    public record PlaceResult(String name, String url, ReleaseState state, int live) {
        /** Rejects null. */
        public PlaceResult {
            requireNonNull(name);
            requireNonNull(url);
            requireNonNull(state);
        }

        private PlaceResult mapTexts(UnaryOperator<String> operation) {
            return new PlaceResult(operation.apply(name), operation.apply(url), state, live);
        }
    }
}
