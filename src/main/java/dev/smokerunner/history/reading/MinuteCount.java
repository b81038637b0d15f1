package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What was counted in a minute.
 *
 * @param minute when the minute begins
 * @param amount how many; 0 where one counted and there was none
 */
public record MinuteCount(Instant minute, long amount) {
    /** Rejects null. */
    public MinuteCount {
        requireNonNull(minute);
    }
}
