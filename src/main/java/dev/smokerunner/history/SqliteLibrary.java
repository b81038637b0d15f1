package dev.smokerunner.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where SQLite's native code is unpacked: beside the history, since each process that is killed leaves its copy of a megabyte, and
 * nobody else would clear it away.
 */
final class SqliteLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    /** To unpack and load it takes less than a second; who has loaded it needs the file no more. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private SqliteLibrary() {}

    /** Unpacks it into a folder when it is needed, and clears away what others left there. */
    static void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(SqliteLibrary::isOld).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : left) {
            delete(file);
        }
        System.setProperty(PROPERTY, folder.toString());
    }

    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(YOUNG));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (AccessDeniedException inUse) {
            // Windows does not delete what somebody has loaded; the next one does.
        }
    }
}
