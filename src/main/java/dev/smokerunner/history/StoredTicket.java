package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * That a ticket about a site came.
 *
 * @param number its number
 * @param site the site's id
 * @param arrivedAt when the customer wrote it
 * @param subject its first line, where it may be shown; absent where it may not
 */
public record StoredTicket(long number, String site, Instant arrivedAt, Optional<String> subject) {
    /** Rejects null. */
    public StoredTicket {
        requireNonNull(site);
        requireNonNull(arrivedAt);
        requireNonNull(subject);
    }

    /** What it counts as: one of its site's, in the minute in which it came. */
    public CountKey count() {
        return new CountKey(site, "", Measure.TICKETS, arrivedAt);
    }
}
