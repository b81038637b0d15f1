package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a site.
 *
 * @param id the same for the same look
 * @param startedAt when it began
 * @param duration how long it took
 * @param verdict what came of it
 * @param severity how bad it is; absent where nothing is wrong
 * @param reason why it is inconclusive; empty otherwise
 * @param place from where; empty where the runner has no location
 * @param inMaintenance whether the site was allowed to be broken then
 * @param phases how long its slowest page took
 */
public record RoundSummary(
        String id,
        Instant startedAt,
        Duration duration,
        Verdict verdict,
        Optional<Severity> severity,
        String reason,
        String place,
        boolean inMaintenance,
        Phases phases) {
    /** Rejects null. */
    public RoundSummary {
        requireNonNull(id);
        requireNonNull(startedAt);
        requireNonNull(duration);
        requireNonNull(verdict);
        requireNonNull(severity);
        requireNonNull(reason);
        requireNonNull(place);
        requireNonNull(phases);
    }

    /** When it was over. */
    public Instant endedAt() {
        return startedAt.plus(duration);
    }
}
