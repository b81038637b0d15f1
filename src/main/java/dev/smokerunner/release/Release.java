package dev.smokerunner.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a site was released.
 *
 * @param name the config's name
 * @param environment the environment's name
 * @param version what people call the release
 * @param at when it went live
 */
public record Release(String name, String environment, String version, Instant at) {
    /** Rejects null. */
    public Release {
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(version);
        requireNonNull(at);
    }

    /** The id of the site. */
    public String site() {
        return name + "/" + environment;
    }
}
