package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * One package of a lock.
 *
 * @param location where the lock has it, e.g. {@code node_modules/a/node_modules/b}; each has its own
 * @param name its name
 * @param version its version
 * @param needs the names of what it depends on
 * @param peers which versions of others it wants beside it, by name
 * @param source where it comes from if not from a registry, e.g. {@code git+ssh://…}; else empty
 * @param hasInstallScript whether the lock says that it runs a script when it is installed
 */
public record LockedPackage(
        String location,
        String name,
        String version,
        Set<String> needs,
        Map<String, String> peers,
        String source,
        boolean hasInstallScript) {
    /** Copies the collections. */
    public LockedPackage {
        requireNonNull(location);
        requireNonNull(name);
        requireNonNull(version);
        requireNonNull(source);
        needs = Set.copyOf(needs);
        peers = Map.copyOf(peers);
    }
}
