package dev.smokerunner.canary.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a build made: the uppermost folder with a page that was not there before. */
final class OutputFolder {
    private static final String PAGE = "index.html";

    /** Where several are equally deep, as builds name what they mean. */
    private static final List<String> USUAL = List.of("dist", "build", "public", "out", "www", "_site");

    private OutputFolder() {}

    /**
     * The folder; absent where the build made no page.
     *
     * @param before the project as it was before the build
     */
    static Optional<Path> in(Path project, Path before) throws IOException {
        List<Path> made = new ArrayList<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("node_modules") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path earlier = before.resolve(project.relativize(file));
                if (file.endsWith(PAGE) && isNew(earlier, attributes.lastModifiedTime())) {
                    made.add(file.resolveSibling(""));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return made.stream()
                .map(Path::normalize)
                .min(Comparator.comparing(Path::getNameCount)
                        .thenComparing(OutputFolder::rank)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A copy keeps the time but for its smallest parts. */
    private static boolean isNew(Path earlier, FileTime time) throws IOException {
        return !Files.exists(earlier) || Files.getLastModifiedTime(earlier).toMillis() != time.toMillis();
    }

    private static int rank(Path folder) {
        int at = USUAL.indexOf(folder.getFileName().toString());
        return at < 0 ? USUAL.size() : at;
    }
}
