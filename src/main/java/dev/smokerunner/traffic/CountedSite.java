package dev.smokerunner.traffic;

import static java.util.Objects.requireNonNull;

/**
 * A site whose visitors are counted.
 *
 * @param name the config's name
 * @param environment the environment's name
 * @param settings what is counted
 */
public record CountedSite(String name, String environment, TrafficSettings settings) {
    /** Rejects null. */
    public CountedSite {
        requireNonNull(name);
        requireNonNull(environment);
        requireNonNull(settings);
    }

    /** What it is known by. */
    public String id() {
        return name + "/" + environment;
    }

    /** Whether it is what a beacon calls by its name, or by its name and environment. */
    boolean isCalled(String text) {
        return text.equals(name) || text.equals(id());
    }
}
