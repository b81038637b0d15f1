package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One number of a series.
 *
 * @param at when it was measured; for a count the beginning of what was counted
 * @param value the number; finite
 */
public record Point(Instant at, double value) {
    /** Rejects what is no number. */
    public Point {
        requireNonNull(at);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a number, got " + value + " at " + at);
        }
    }
}
