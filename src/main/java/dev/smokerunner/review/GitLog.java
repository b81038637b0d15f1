package dev.smokerunner.review;

import dev.smokerunner.review.Review.Commit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The commits of a repository.
 *
 * @param repository a folder of it
 */
record GitLog(Path repository) {
    private static final int MOST_COMMITS = 50;
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_SECONDS = 20;
    /** No message of a commit has it. */
    private static final String SEPARATOR = "\u001f";

    /**
     * Those from one moment to another, the oldest first.
     *
     * @throws IOException if git is not there or says no; the message is git's own
     */
    List<Commit> between(Instant from, Instant until) throws IOException {
        Process git = new ProcessBuilder(
                        "git",
                        "-C",
                        repository.toString(),
                        "log",
                        "--no-merges",
                        "--max-count=" + MOST_COMMITS,
                        "--since=" + from,
                        "--until=" + until,
                        "--format=%H%x1f%cI%x1f%s")
                .redirectErrorStream(true)
                .start();
        try (InputStream out = git.getInputStream()) {
            git.getOutputStream().close();
            String text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
                throw new IOException(text.strip());
            }
            List<Commit> commits = text.lines().map(GitLog::commit).toList();
            return commits.stream()
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        } finally {
            git.destroyForcibly();
        }
    }

    private static Commit commit(String line) {
        String[] parts = line.split(SEPARATOR, 3);
        return new Commit(parts[0], OffsetDateTime.parse(parts[1]).toInstant(), parts[2]);
    }
}
