package dev.smokerunner.canary.difference;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The place at which a file differs most.
 *
 * @param file its path in what was built
 * @param before the lines of the one build, cut; hostile
 * @param after the lines of the other, cut; hostile
 */
public record FileChange(String file, List<String> before, List<String> after) {
    /** Copies the lists. */
    public FileChange {
        requireNonNull(file);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
