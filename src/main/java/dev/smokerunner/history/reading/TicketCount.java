package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How many tickets about a site came in a minute.
 *
 * @param minute when the minute begins
 * @param tickets how many; 1 or more
 */
public record TicketCount(Instant minute, int tickets) {
    /** Rejects null. */
    public TicketCount {
        requireNonNull(minute);
    }
}
