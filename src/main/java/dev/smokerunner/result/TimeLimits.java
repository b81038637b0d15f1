package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a page may take, each from the start of its navigation; absent where it may take any time.
 *
 * @param document until the document's last byte
 * @param load until the load event ended
 * @param ready until it was ready
 */
public record TimeLimits(Optional<Duration> document, Optional<Duration> load, Optional<Duration> ready) {

    /** Of a page whose limits are not known. */
    public static final TimeLimits NONE = new TimeLimits(Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects null. */
    public TimeLimits {
        requireNonNull(document);
        requireNonNull(load);
        requireNonNull(ready);
    }
}
