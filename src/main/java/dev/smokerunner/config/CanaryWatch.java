package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.schedule.Cadence;
import java.util.Optional;

/**
 * A canary that a monitor runs again and again.
 *
 * @param order what is built
 * @param cadence when
 * @param environment the environment whose expectations its page must meet; absent for that which is watched
 */
public record CanaryWatch(CanaryOrder order, Cadence cadence, Optional<String> environment) {
    /** Rejects null. */
    public CanaryWatch {
        requireNonNull(order);
        requireNonNull(cadence);
        requireNonNull(environment);
    }
}
