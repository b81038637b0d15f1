package dev.smokerunner.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one package differs from another.
 *
 * @param before the package of the good release
 * @param after the package of the bad one
 * @param added what only the bad one has
 * @param removed what only the good one has
 * @param changed what both have, with other bytes
 * @param pages how the pages differ, a unified diff each
 */
record PackageDifference(
        Path before,
        Path after,
        List<String> added,
        List<String> removed,
        List<String> changed,
        List<List<String>> pages) {
    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml");
    private static final int CONTEXT = 2;
    /** Whoever needs more opens both. */
    private static final int MOST_PAGES = 5;

    private static final int MOST_LINES = 60;

    /**
     * Compares two packages.
     *
     * @throws PackageException if one of them cannot be read
     */
    static PackageDifference between(Path good, Path bad) throws PackageException {
        try (PackedFiles before = Packages.open(good);
                PackedFiles after = Packages.open(bad)) {
            List<String> changed = after.keys().stream()
                    .filter(before::has)
                    .filter(key -> !Arrays.equals(bytes(before, key), bytes(after, key)))
                    .toList();
            return new PackageDifference(
                    good,
                    bad,
                    after.keys().stream().filter(key -> !before.has(key)).toList(),
                    before.keys().stream().filter(key -> !after.has(key)).toList(),
                    changed,
                    changed.stream()
                            .filter(PackageDifference::isPage)
                            .limit(MOST_PAGES)
                            .map(key -> difference(key, text(before, key), text(after, key)))
                            .collect(Collectors.toList()));
        } catch (UncheckedIOException e) {
            throw new PackageException("the package cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isPage(String key) {
        return PAGES.contains(FileName.of(key).extension());
    }

    private static List<String> difference(String key, List<String> before, List<String> after) {
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                "good/" + key, "bad/" + key, before, DiffUtils.diff(before, after), CONTEXT);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add("… and " + (lines.size() - MOST_LINES) + " more lines");
        return first;
    }

    private static List<String> text(PackedFiles files, String key) {
        return new String(bytes(files, key), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(PackedFiles files, String key) {
        try (InputStream in = files.open(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(key + ": " + e.getMessage(), e);
        }
    }
}
