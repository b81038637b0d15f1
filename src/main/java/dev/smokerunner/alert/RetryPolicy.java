package dev.smokerunner.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When an alert that did not arrive is sent again: soon at first, then less and less often, at most so long.
 *
 * @param first before the second try
 * @param longest between two tries, where the other side does not ask for more
 * @param givenUpAfter since the first try
 */
public record RetryPolicy(Duration first, Duration longest, Duration givenUpAfter) {
    /**
     * PagerDuty advises tries 30 seconds apart and a backoff of minutes; an outage of a channel is mostly over within a day, and
     * an alert that is older tells nobody anything.
     */
    public static final RetryPolicy USUAL =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(24));

    /** Who wants to be left alone for days is asked again after an hour: what comes after this alert waits for it. */
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);

    /**
     * How long to wait; absent where it is given up.
     *
     * @param tries how many were made, 1 or more
     * @param trying for how long it is tried already
     * @param asked how long the other side wants to be left alone; absent where it did not say
     * @param random between 0 and 1: many that failed at once do not come back at once
     */
    public Optional<Duration> wait(int tries, Duration trying, Optional<Duration> asked, DoubleSupplier random) {
        if (trying.compareTo(givenUpAfter) >= 0) {
            return Optional.empty();
        }
        long most = Math.min(first.multipliedBy(1L << Math.min(tries - 1, 20)).toMillis(), longest.toMillis());
        Duration own = Duration.ofMillis(most / 2 + (long) (random.getAsDouble() * (most - most / 2)));
        return Optional.of(asked.filter(one -> one.compareTo(own) > 0)
                .map(one -> one.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : one)
                .orElse(own));
    }
}
