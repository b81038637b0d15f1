package dev.smokerunner.history.reading;

import dev.smokerunner.incident.SiteState;
import dev.smokerunner.result.DurationWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether what is known is of now.
 *
 * @param now the time
 */
public record Freshness(Instant now) {
    private static final int ROUNDS = 3;
    /** A round may take two minutes, and a runner's work another minute to move to another one. */
    private static final Duration SLACK = Duration.ofMinutes(3);

    /** How a site is; nobody knows where the last round is too long ago. */
    public SiteState state(SiteStatus status) {
        return isStale(status) ? SiteState.UNKNOWN : status.state();
    }

    /** Since when it is so. */
    public Optional<Instant> since(SiteStatus status) {
        return isStale(status) ? status.lastRound().map(RoundSummary::endedAt) : status.since();
    }

    /** Whether the last round is too long ago. */
    public boolean isStale(SiteStatus status) {
        return status.lastRound()
                .filter(round -> isLate(round.endedAt(), status.site().every()))
                .isPresent();
    }

    /**
     * Why rounds no longer finish; absent where they do, and where nothing is watched.
     *
     * @param watched what is watched
     * @param last when the last round of all ended, or the watching began
     */
    public Optional<String> standstill(List<SiteStatus> watched, Instant last) {
        return watched.stream()
                .map(status -> status.site().every())
                .min(Comparator.naturalOrder())
                .filter(every -> isLate(last, every))
                .map(every -> "no round has finished for " + DurationWords.of(Duration.between(last, now))
                        + ", and one is due every " + DurationWords.of(every));
    }

    private boolean isLate(Instant last, Duration every) {
        return last.plus(every.multipliedBy(ROUNDS)).plus(SLACK).isBefore(now);
    }
}
