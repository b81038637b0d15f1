package dev.smokerunner.anomaly;

import java.time.Instant;

/** Moments as numbers that can be counted with. */
final class Hours {
    private static final double SECONDS = 3600;

    private Hours() {}

    /** Hours since 1970. */
    static double of(Instant at) {
        return (at.getEpochSecond() + at.getNano() / 1e9) / SECONDS;
    }
}
