package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param words the program and its arguments; never empty
 * @param directory where it works
 * @param environment its whole environment
 */
public record Command(List<String> words, Path directory, Map<String, String> environment) {
    /** Copies list and map. */
    public Command {
        requireNonNull(directory);
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
