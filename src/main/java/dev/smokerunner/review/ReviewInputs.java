package dev.smokerunner.review;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What people give besides the history.
 *
 * @param results results of other runs
 * @param good the package of the last good release; absent where it is not at hand
 * @param bad the package of the bad release; absent where it is not at hand
 * @param goodSource the project as the last good release was built of it, with its lock; absent where it is not at hand
 * @param badSource the project as the bad release was built of it, with its lock; absent where it is not at hand
 * @param repository the repository of the source; absent where it is not at hand
 * @param template what the review looks like; absent for the usual one
 */
public record ReviewInputs(
        List<Path> results,
        Optional<Path> good,
        Optional<Path> bad,
        Optional<Path> goodSource,
        Optional<Path> badSource,
        Optional<Path> repository,
        Optional<Path> template) {
    /** Copies the list. */
    public ReviewInputs {
        results = List.copyOf(results);
        requireNonNull(good);
        requireNonNull(bad);
        requireNonNull(goodSource);
        requireNonNull(badSource);
        requireNonNull(repository);
        requireNonNull(template);
    }
}
