package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.build.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which project is built, how, and what of it moves.
 *
 * @param project the folder with its manifest and its lock; never touched
 * @param build what builds it; absent for the script {@code build} of its manifest
 * @param out what the build makes, a folder or a zip, in the project; absent for the folder with the page that it makes
 * @param test what must pass besides; absent for nothing
 * @param node the Node that builds; absent for the one that installs
 * @param lock the lock that is known to work; absent for the project's own
 * @param isLatest whether new major versions are tried too; default false
 * @param allowsScripts whether the install scripts of packages run; default false
 * @param buildTimeout how long one build may take; default ten minutes
 */
public record CanaryOrder(
        Path project,
        Optional<String> build,
        Optional<String> out,
        Optional<String> test,
        Optional<Path> node,
        Optional<Path> lock,
        boolean isLatest,
        boolean allowsScripts,
        Duration buildTimeout) {
    /** Rejects null. */
    public CanaryOrder {
        requireNonNull(project);
        requireNonNull(build);
        requireNonNull(out);
        requireNonNull(test);
        requireNonNull(node);
        requireNonNull(lock);
        requireNonNull(buildTimeout);
    }

    /** What builds may take. */
    public Limits limits() {
        return Limits.USUAL.lasting(buildTimeout);
    }
}
