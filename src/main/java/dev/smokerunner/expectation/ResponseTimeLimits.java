package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a page may take.
 *
 * @param document until the document's last byte; absent means no limit of its own
 * @param load until the load event; default 10 s
 * @param ready until it can be used; default 10 s
 */
public record ResponseTimeLimits(Optional<Duration> document, Duration load, Duration ready) {

    /** Ten seconds: the limit that the team's own review of the incident asked for. */
    public static final ResponseTimeLimits DEFAULT =
            new ResponseTimeLimits(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(10));

    /** Rejects null and limits that nothing can keep. */
    public ResponseTimeLimits {
        requireNonNull(document);
        if (isNothing(load)
                || isNothing(ready)
                || document.filter(ResponseTimeLimits::isNothing).isPresent()) {
            throw new IllegalArgumentException("a response time limit is longer than nothing");
        }
    }

    private static boolean isNothing(Duration limit) {
        return limit.isZero() || limit.isNegative();
    }
}
