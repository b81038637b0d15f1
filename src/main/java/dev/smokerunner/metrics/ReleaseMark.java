package dev.smokerunner.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * That a site was released.
 *
 * @param name the config's name
 * @param environment the environment's name
 * @param version what people call the release
 * @param at when
 */
public record ReleaseMark(String name, String environment, String version, Instant at) {
    /** Rejects null. */
    public ReleaseMark {
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(version);
        requireNonNull(at);
    }

    String text() {
        return "release " + version + " of " + name + " (" + environment + ")";
    }

    /** What it is found by. */
    List<String> tags() {
        return List.of("release", GraphiteNames.part(name), GraphiteNames.part(environment));
    }
}
