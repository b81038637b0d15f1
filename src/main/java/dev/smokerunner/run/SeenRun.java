package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.SiteObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that has seen all its pages, without them.
 *
 * @param terms what it is judged by
 * @param startedAt when it began, by the wall clock
 * @param took how long it looked, by a clock that does not jump
 * @param site the site as a whole; absent where it could not be reached at all
 */
public record SeenRun(JudgingTerms terms, Instant startedAt, Duration took, Optional<SiteObservation> site) {

    /** Rejects null. */
    public SeenRun {
        requireNonNull(terms);
        requireNonNull(startedAt);
        requireNonNull(took);
        requireNonNull(site);
    }

    /** The same run, judged by something else. */
    public SeenRun judgedBy(JudgingTerms other) {
        return new SeenRun(other, startedAt, took, site);
    }
}
