package dev.smokerunner.report;

import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures of the pages within a report directory. */
final class Screenshots {
    /** The directory that holds nothing else. */
    static final String DIRECTORY = "pages";

    private static final Pattern FILE = Pattern.compile("\\d{1,6}(-last-good)?\\.png");

    /** A picture of a long page at three pixels per point is smaller. */
    private static final long MOST_BYTES = 32 << 20;

    private Screenshots() {}

    /** The picture of a page, by its number in the result, from 1. */
    static String fileName(int page) {
        return DIRECTORY + "/" + page + ".png";
    }

    /** The picture of a page in the earlier run that passed. */
    static String lastGoodFileName(int page) {
        return DIRECTORY + "/" + page + "-last-good.png";
    }

    /** Writes a result's pictures. */
    static void write(SmokeResult result, Path directory) throws IOException {
        for (int i = 0; i < result.pages().size(); i++) {
            PageResult page = result.pages().get(i);
            write(page.screenshot(), directory.resolve(fileName(i + 1)));
            write(page.lastGood().flatMap(LastGood::screenshot), directory.resolve(lastGoodFileName(i + 1)));
        }
    }

    private static void write(Optional<Screenshot> picture, Path file) throws IOException {
        if (picture.isPresent()) {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, picture.get().png());
        }
    }

    /** A picture that lies where a stored result says; absent where that is no picture of ours. */
    static Optional<Screenshot> read(Path directory, String name) {
        Path file = directory.resolve(DIRECTORY).resolve(name.substring(name.lastIndexOf('/') + 1));
        boolean isOurs = name.startsWith(DIRECTORY + "/")
                && FILE.matcher(name.substring(DIRECTORY.length() + 1)).matches();
        try {
            return isOurs && Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(new Screenshot(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            // The result is told without it.
            return Optional.empty();
        }
    }

    /** The result as one that has no pictures, for a reader who could not find them. */
    static SmokeResult removedFrom(SmokeResult result) {
        List<PageResult> pages =
                result.pages().stream().map(PageResult::withoutScreenshots).toList();
        return new SmokeResult(
                result.subject(),
                result.startedAt(),
                result.duration(),
                result.version(),
                result.verdict(),
                result.severity(),
                result.reason(),
                pages,
                result.findings(),
                result.checks(),
                result.notes(),
                result.failOn(),
                result.release());
    }

    /** Removes an earlier run's pictures from a report directory. */
    static void removeStale(Path directory) throws IOException {
        Path pages = directory.resolve(DIRECTORY);
        WholeFile.removeUnfinished(pages);
        for (Path file : WholeFile.list(pages)) {
            if (FILE.matcher(file.getFileName().toString()).matches()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
