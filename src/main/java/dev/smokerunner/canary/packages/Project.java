package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A copy of a project that a package manager may change.
 *
 * @param directory where it is
 * @param programs runs the package manager
 */
public record Project(Path directory, Programs programs) {
    /** Rejects null. */
    public Project {
        requireNonNull(directory);
        requireNonNull(programs);
    }

    /** What it asks for. */
    public Manifest manifest() throws PackagesException {
        return Manifest.of(directory);
    }

    String run(String... words) throws PackagesException, InterruptedException {
        return programs.run(directory, List.of(words));
    }

    String run(List<String> words) throws PackagesException, InterruptedException {
        return programs.run(directory, words);
    }
}
