package dev.smokerunner.canary.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small text files of a project. */
final class ProjectText {
    private static final long MOST = 1 << 20;

    private ProjectText() {}

    /** Its lines; none where it is not there, cannot be read or is far too large for such a file. */
    static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST
                    ? Files.readString(file).lines().toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
