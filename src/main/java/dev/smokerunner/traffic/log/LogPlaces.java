package dev.smokerunner.traffic.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds access logs. */
public final class LogPlaces {
    /** {@code **} goes so many folders down, so that a link in a circle ends. */
    private static final int DEEPEST = 16;

    private LogPlaces() {}

    /**
     * The logs of a place as they are now, in order of their names.
     *
     * @param place a file; a folder, for all files in it; or a path with the wildcards of a shell, where {@code **} stands for any
     *     folders
     * @throws IOException if a folder cannot be read; that nothing is there yet is no problem
     */
    public static List<Path> files(String place) throws IOException {
        int wildcard = firstWildcard(place);
        if (wildcard < 0) {
            Path path = Path.of(place);
            return Files.isDirectory(path) ? matching(path, 1, any -> true) : only(path);
        }
        int slash = place.lastIndexOf('/', wildcard);
        Path folder = Path.of(slash < 0 ? "." : place.substring(0, slash + 1));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + place);
        boolean isDeep = place.indexOf('/', wildcard) >= 0 || place.contains("**");
        return Files.isDirectory(folder) ? matching(folder, isDeep ? DEEPEST : 1, matcher) : List.of();
    }

    private static List<Path> only(Path path) {
        return Optional.of(path).filter(Files::isRegularFile).stream().toList();
    }

    private static List<Path> matching(Path folder, int depth, PathMatcher matcher) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> matcher.matches(file) && Files.isRegularFile(file) && !isHidden(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Who writes a file to a folder first gives it such a name, mostly, and its own when it is whole. */
    private static boolean isHidden(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
    }

    private static int firstWildcard(String place) {
        for (int i = 0; i < place.length(); i++) {
            if ("*?[{".indexOf(place.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
