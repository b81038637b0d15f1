package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * That a ticket about a site came.
 *
 * @param number the ticket's number
 * @param at when the customer wrote it
 * @param readAt when we read it: a minute or two later, or much later after a break; when it came, for what came before we began
 * @param subject its first line, where it may be shown; absent where it may not
 */
public record Arrival(long number, Instant at, Instant readAt, Optional<String> subject) {
    /** Rejects null. */
    public Arrival {
        requireNonNull(at);
        requireNonNull(readAt);
        requireNonNull(subject);
    }
}
