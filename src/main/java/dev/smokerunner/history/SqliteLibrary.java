package dev.smokerunner.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where SQLite's native code is unpacked: beside the history, and only until it is loaded. What is loaded needs its file no more,
 * and a process that is killed would leave its copy of a megabyte to nobody.
 */
final class SqliteLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    /** To unpack and load it takes less than a second; what is older was left by a process that was killed just then. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private SqliteLibrary() {}

    /**
     * Loads it, unless this process has done so, and clears away what others left.
     *
     * @param folder where it is unpacked, in a folder of its own
     */
    static void load(Path folder) throws IOException {
        Files.createDirectories(folder);
        clear(folder);
        Path own = Files.createTempDirectory(folder, "");
        try {
            System.setProperty(PROPERTY, own.toString());
            load();
        } finally {
            delete(own);
        }
    }

    private static void load() throws IOException {
        try {
            DriverManager.getConnection("jdbc:sqlite::memory:").close();
        } catch (SQLException e) {
            throw new IOException("SQLite's native code cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void clear(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> inside = Files.list(folder)) {
            left = inside.filter(SqliteLibrary::isOld).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path one : left) {
            delete(one);
        }
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

    /** A file, or a folder with all that is in it. */
    private static void delete(Path place) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(place)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path one : all) {
            try {
                Files.deleteIfExists(one);
            } catch (AccessDeniedException | DirectoryNotEmptyException inUse) {
                // Windows does not delete what somebody has loaded; the next one does.
            }
        }
    }
}
