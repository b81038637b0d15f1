package dev.smokerunner.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When something is done again that is done at a pace: a bit early or late, so that many do not meet again and again. */
final class Pace {
    private static final double JITTER = 0.05;
    /** What is late already is done soon. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private Pace() {}

    /**
     * A pace after it was due, and never in the past.
     *
     * @param due when it was due
     * @param every the pace
     */
    static Instant next(Instant due, Duration every, Instant now) {
        double jitter = (ThreadLocalRandom.current().nextDouble() - 0.5) * 2 * JITTER;
        Instant planned = due.plus(every.plusMillis((long) (every.toMillis() * jitter)));
        return planned.isBefore(now) ? now.plusMillis(Math.min(every.toMillis(), SOON.toMillis())) : planned;
    }
}
