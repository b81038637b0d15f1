package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the reading of a desk's tickets stands.
 *
 * @param cursor where the next page begins; absent before the first one
 * @param beganAt when it was read first
 * @param readAt when it was read to its end last; absent where it never was
 * @param leaveUntil it wants to be left alone until then
 * @param trouble why it could not be read last; empty where it could
 */
public record TicketDeskState(
        Optional<String> cursor, Instant beganAt, Optional<Instant> readAt, Instant leaveUntil, String trouble) {
    /** Rejects null. */
    public TicketDeskState {
        requireNonNull(cursor);
        requireNonNull(beganAt);
        requireNonNull(readAt);
        requireNonNull(leaveUntil);
        requireNonNull(trouble);
    }
}
