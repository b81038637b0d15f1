package dev.smokerunner.report;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The repository that a run was started in: finds the file there that somebody would edit because of a finding.
 *
 * @param root its top directory, to which GitHub, GitLab and others want paths to be relative
 * @param workingDirectory to what the paths of a result are relative
 */
record SourceTree(Path root, Path workingDirectory) {
    /** A config is a few kilobytes; what is larger is not searched. */
    private static final int LARGEST_CONFIG = 1 << 20;

    /** A subject that is shorter stands anywhere. */
    private static final int SHORTEST_SUBJECT = 3;

    /**
     * A place in the repository.
     *
     * @param path relative to its top directory, with slashes
     * @param line from 1
     * @param column from 1
     */
    record Place(String path, int line, int column) {}

    /** The repository around this directory, which is the next one above with a {@code .git}; else the directory itself. */
    static SourceTree around(Path directory) {
        Path start = directory.toAbsolutePath().normalize();
        Path root = start;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return new SourceTree(root == null ? start : root, start);
    }

    /** Where a finding is to be shown: in the package where that is a directory here, else in the config. */
    Optional<Place> place(SmokeResult result, Finding finding) {
        return finding.where()
                .flatMap(where -> inPackage(result.subject().target(), where))
                .or(() -> result.subject().config().flatMap(config -> inConfig(config, finding.subject())));
    }

    /** Where the run itself is to be shown: at the top of its config. */
    Optional<Place> place(SmokeResult result) {
        return result.subject().config().flatMap(this::file).map(file -> new Place(shown(file), 1, 1));
    }

    private Optional<Place> inPackage(String target, Location where) {
        return file(target + "/" + where.file()).map(file -> new Place(shown(file), where.line(), where.column()));
    }

    private Optional<Place> inConfig(String config, String subject) {
        return file(config).map(file -> new Place(shown(file), line(file, subject), 1));
    }

    /** A file of that name within the repository, as itself: none to which a link or a {@code ..} leads from there. */
    private Optional<Path> file(String name) {
        try {
            Path file = workingDirectory.resolve(name).normalize();
            boolean isInside = file.startsWith(root) && Files.isRegularFile(file);
            return isInside && file.toRealPath().startsWith(root.toRealPath()) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            // A URL, or a name that is none here.
            return Optional.empty();
        }
    }

    private String shown(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The line of the config that names what the finding is about; else the first. */
    private static int line(Path config, String subject) {
        if (subject.length() < SHORTEST_SUBJECT) {
            return 1;
        }
        try {
            if (Files.size(config) > LARGEST_CONFIG) {
                return 1;
            }
            List<String> lines = new String(Files.readAllBytes(config), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(subject)) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
