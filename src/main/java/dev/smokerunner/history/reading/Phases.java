package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a page took, from its request; what it did not reach is absent.
 *
 * @param document until the last byte of the document
 * @param domContentLoaded until the event of that name
 * @param load until the load event
 * @param ready until all that is required was there
 */
public record Phases(
        Optional<Duration> document,
        Optional<Duration> domContentLoaded,
        Optional<Duration> load,
        Optional<Duration> ready) {
    /** Rejects null. */
    public Phases {
        requireNonNull(document);
        requireNonNull(domContentLoaded);
        requireNonNull(load);
        requireNonNull(ready);
    }

    /** The last phase that it reached. */
    public Optional<Duration> longest() {
        return ready.or(() -> load).or(() -> domContentLoaded).or(() -> document);
    }
}
