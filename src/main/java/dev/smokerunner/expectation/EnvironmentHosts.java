package dev.smokerunner.expectation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The hosts of the other environments of a config.
 *
 * @param internal those that customers are not served from, and the name of the environment that is there
 * @param customers those that customers are served from
 */
public record EnvironmentHosts(Map<String, String> internal, Set<String> customers) {
    /** The hosts of a config that has no other environment. */
    public static final EnvironmentHosts NONE = new EnvironmentHosts(Map.of(), Set.of());

    /** Copies the collections. */
    public EnvironmentHosts {
        internal = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(internal));
        customers = Set.copyOf(customers);
    }
}
