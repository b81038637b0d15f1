package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A package that moves.
 *
 * @param name its name
 * @param from the version that is locked; several in a row where it is installed at several places
 * @param to the version that it would have
 * @param isDirect whether the project itself asks for it
 * @param newRange what {@code package.json} must ask for to get it; absent where it asks for that already
 */
public record Upgrade(String name, String from, String to, boolean isDirect, Optional<String> newRange) {
    /** Rejects null. */
    public Upgrade {
        requireNonNull(name);
        requireNonNull(from);
        requireNonNull(to);
        requireNonNull(newRange);
    }

    /** As people write it: {@code name 1.0.0 → 1.0.1}. */
    @Override
    public String toString() {
        return name + " " + from + " → " + to;
    }
}
