package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be found out about a release.
 *
 * @param release the package that should be live, a directory or a zip
 * @param longestWait how long to wait for it at most; zero means not at all
 * @param previous the release before
 * @param watchUpload how long to watch an upload before anything else; zero means not at all
 */
public record ReleasePlan(
        Optional<Path> release, Duration longestWait, Optional<Previous> previous, Duration watchUpload) {
    /** Nothing. */
    public static final ReleasePlan NONE =
            new ReleasePlan(Optional.empty(), Duration.ZERO, Optional.empty(), Duration.ZERO);

    /** Rejects null. */
    public ReleasePlan {
        requireNonNull(release);
        requireNonNull(longestWait);
        requireNonNull(previous);
        requireNonNull(watchUpload);
    }

    /** Whether nothing is to be found out. */
    boolean isNone() {
        return release.isEmpty() && longestWait.isZero() && previous.isEmpty() && watchUpload.isZero();
    }
}
