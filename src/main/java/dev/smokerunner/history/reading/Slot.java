package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a site's rounds of a short while came to; rounds in maintenance count for nothing but the phases.
 *
 * @param begin when the while begins
 * @param passed rounds that found nothing wrong
 * @param failed rounds that did
 * @param inconclusive rounds that could not find out
 * @param phases the mean of the slowest pages' times
 */
public record Slot(Instant begin, int passed, int failed, int inconclusive, Phases phases) {
    /** Rejects null. */
    public Slot {
        requireNonNull(begin);
        requireNonNull(phases);
    }
}
