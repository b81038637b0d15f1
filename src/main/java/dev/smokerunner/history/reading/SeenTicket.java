package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A ticket about a site.
 *
 * @param number its number
 * @param arrivedAt when the customer wrote it
 * @param readAt when we read it; {@code arrivedAt} for what came before we read tickets of the site
 * @param subject its first line, where it may be shown; absent where it may not
 */
public record SeenTicket(long number, Instant arrivedAt, Instant readAt, Optional<String> subject) {
    /** Rejects null. */
    public SeenTicket {
        requireNonNull(arrivedAt);
        requireNonNull(readAt);
        requireNonNull(subject);
    }
}
