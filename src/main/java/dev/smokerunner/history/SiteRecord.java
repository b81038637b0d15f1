package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * One environment of one config, as a history knows it.
 *
 * @param name the config's name
 * @param environment the environment's name
 * @param target the address that is looked at
 * @param owner who answers for it; absent where the config does not say
 * @param runbook where it is written what to do; absent where the config does not say
 * @param every how often it is looked at
 */
public record SiteRecord(
        String name,
        String environment,
        String target,
        Optional<String> owner,
        Optional<String> runbook,
        Duration every) {
    /** Rejects null. */
    public SiteRecord {
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(target);
        requireNonNull(owner);
        requireNonNull(runbook);
        requireNonNull(every);
    }

    /** What it is known by. */
    public String id() {
        return name + "/" + environment;
    }
}
