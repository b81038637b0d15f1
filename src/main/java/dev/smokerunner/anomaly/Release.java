package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A new version that went live.
 *
 * @param at when
 * @param version what people call it
 */
public record Release(Instant at, String version) {
    /** Rejects null. */
    public Release {
        requireNonNull(at);
        requireNonNull(version);
    }
}
