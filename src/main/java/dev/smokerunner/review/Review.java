package dev.smokerunner.review;

import dev.smokerunner.result.SmokeResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a review is drafted from.
 *
 * @param recording what a monitor remembers
 * @param given results of other runs, as of the package before its upload, by their file
 * @param packages how the package of the bad release differs from that of the good one; absent where they are not given
 * @param dependencies how what the bad release depends on differs from the good one; absent where that is not given
 * @param commits what the repository says was changed, the oldest first
 * @param pictures the files into which screenshots are written, by the id of their round
 * @param now when it is drafted
 */
record Review(
        Recording recording,
        List<Given> given,
        Optional<PackageDifference> packages,
        Optional<DependencyDifference> dependencies,
        List<Commit> commits,
        Map<String, String> pictures,
        Instant now) {

    /**
     * A result of another run.
     *
     * @param file where it was read from
     * @param result the result
     */
    record Given(Path file, SmokeResult result) {}

    /**
     * A commit of a repository.
     *
     * @param id its hash
     * @param at when it was committed
     * @param subject the first line of its message
     */
    record Commit(String id, Instant at, String subject) {}
}
