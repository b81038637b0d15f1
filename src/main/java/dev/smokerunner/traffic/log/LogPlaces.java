package dev.smokerunner.traffic.log;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds access logs. */
public final class LogPlaces {
    /** {@code **} goes so many folders down: logs are not deeper, and all else below a folder may be. */
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
        Path folder = Path.of(slash < 0 ? "" : place.substring(0, slash + 1));
        // As the paths that are found are written: without a second slash.
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + Path.of(place));
        boolean isDeep = place.indexOf('/', wildcard) >= 0 || place.contains("**");
        return Files.isDirectory(folder) ? matching(folder, isDeep ? DEEPEST : 1, matcher) : List.of();
    }

    private static List<Path> only(Path path) {
        return Optional.of(path).filter(Files::isRegularFile).stream().toList();
    }

    private static List<Path> matching(Path folder, int depth, PathMatcher matcher) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (matcher.matches(file) && attributes.isRegularFile() && !isHidden(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof FileSystemLoopException || e instanceof NoSuchFileException) {
                    // A link in a circle, or a log that was renamed just now.
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return found.stream().sorted().toList();
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
