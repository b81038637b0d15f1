package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * How a site is.
 *
 * @param site which one
 * @param state how it is, as far as that is confirmed
 * @param severity of its open incidents, else of its last round; absent where nothing is wrong
 * @param since since when it is so; absent where nobody looked yet
 * @param lastRound the last look at it; absent where nobody looked yet
 */
public record SiteStatus(
        SiteRecord site,
        SiteState state,
        Optional<Severity> severity,
        Optional<Instant> since,
        Optional<RoundSummary> lastRound) {
    /** Rejects null. */
    public SiteStatus {
        requireNonNull(site);
        requireNonNull(state);
        requireNonNull(severity);
        requireNonNull(since);
        requireNonNull(lastRound);
    }
}
