package dev.smokerunner.review;

import dev.smokerunner.process.ShortProgram;
import dev.smokerunner.review.Review.Commit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The commits of a repository.
 *
 * @param repository a folder of it
 */
record GitLog(Path repository) {
    private static final int MOST_COMMITS = 50;
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** No message of a commit has it. */
    private static final String SEPARATOR = "\u001f";

    /**
     * Those from one moment to another, the oldest first.
     *
     * @throws IOException if git is not there or says no; the message is git's own
     */
    List<Commit> between(Instant from, Instant until) throws IOException {
        List<String> command = List.of(
                "git",
                "-C",
                repository.toString(),
                "log",
                "--no-merges",
                "--no-show-signature",
                "--max-count=" + MOST_COMMITS,
                "--since=" + from,
                "--until=" + until,
                "--format=%H%x1f%cI%x1f%s");
        try {
            ShortProgram.Ending git =
                    ShortProgram.run(new ProcessBuilder(command).redirectErrorStream(true), "", LIMIT, MOST_BYTES);
            if (git.code() != 0) {
                throw new IOException(git.said().strip());
            }
            return git.said()
                    .lines()
                    .map(line -> line.split(SEPARATOR, 3))
                    // Git may have warned of something in lines of its own.
                    .filter(parts -> parts.length == 3)
                    .map(parts ->
                            new Commit(parts[0], OffsetDateTime.parse(parts[1]).toInstant(), parts[2]))
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        }
    }
}
