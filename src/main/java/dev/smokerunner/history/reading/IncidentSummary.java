package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident, open or over.
 *
 * @param id the key that all its alerts have
 * @param name the site's name
 * @param environment the site's environment
 * @param title its first cause in a sentence; may be a page's own words
 * @param severity the worst that it ever was
 * @param since when the first round saw it
 * @param openedAt when it was confirmed
 * @param resolvedAt when it was over; absent while it is open
 * @param isFlapping whether it comes and goes
 * @param changedAt when the last thing happened to it
 */
public record IncidentSummary(
        String id,
        String name,
        String environment,
        String title,
        Severity severity,
        Instant since,
        Instant openedAt,
        Optional<Instant> resolvedAt,
        boolean isFlapping,
        Instant changedAt) {
    /** Rejects null. */
    public IncidentSummary {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(title);
        requireNonNull(severity);
        requireNonNull(since);
        requireNonNull(openedAt);
        requireNonNull(resolvedAt);
        requireNonNull(changedAt);
    }

    /** Whether it is not over. */
    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }
}
