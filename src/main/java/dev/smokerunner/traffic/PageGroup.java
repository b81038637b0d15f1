package dev.smokerunner.traffic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages, or calls of an API, that are counted together.
 *
 * @param name what the config calls it
 * @param paths what belongs to it: whole paths
 */
public record PageGroup(String name, List<Pattern> paths) {
    /** The group of all that belongs to no other. */
    public static final String OTHER = "other";

    /** Copies the list. */
    public PageGroup {
        requireNonNull(name);
        paths = List.copyOf(paths);
    }

    boolean has(String path) {
        return paths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
