package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A ticket about a site.
 *
 * @param number its number
 * @param arrivedAt when the customer wrote it
 * @param judgedAt when it was judged first; {@code arrivedAt} for what came before tickets of the site were read; absent for one
 *     that was not judged yet
 * @param subject its first line, where it may be shown; absent where it may not
 */
public record SeenTicket(long number, Instant arrivedAt, Optional<Instant> judgedAt, Optional<String> subject) {
    /** Rejects null. */
    public SeenTicket {
        requireNonNull(arrivedAt);
        requireNonNull(judgedAt);
        requireNonNull(subject);
    }
}
