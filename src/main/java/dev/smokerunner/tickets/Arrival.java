package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * That a ticket about a site came.
 *
 * @param number the ticket's number
 * @param at when the customer wrote it
 * @param judgedAt when it was judged first: now for a new one, which may have come long ago; when it came, for what came before
 *     we began
 * @param subject its first line, where it may be shown; absent where it may not
 */
public record Arrival(long number, Instant at, Instant judgedAt, Optional<String> subject) {
    /** Rejects null. */
    public Arrival {
        requireNonNull(at);
        requireNonNull(judgedAt);
        requireNonNull(subject);
    }
}
