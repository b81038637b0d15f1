package dev.smokerunner.result;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a page took, each from the start of its navigation; absent where the page never got there.
 *
 * @param document until the document's last byte
 * @param domContentLoaded until the document was parsed and its deferred scripts had run
 * @param load until the load event ended
 * @param ready until it was loaded, its required elements were there and no first-party request was open
 */
public record Timings(
        Optional<Duration> document,
        Optional<Duration> domContentLoaded,
        Optional<Duration> load,
        Optional<Duration> ready) {

    /** A page that never got anywhere. */
    public static final Timings NONE =
            new Timings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
