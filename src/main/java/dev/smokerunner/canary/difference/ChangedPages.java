package dev.smokerunner.canary.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the HTML that two builds made. */
public final class ChangedPages {
    /** Of a page of a site that has thousands. */
    private static final int MOST_PAGES = 100;

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LINES = 4;
    private static final int MOST_CHARACTERS = 240;

    private ChangedPages() {}

    /** The pages that both builds made and that differ, each with the place where it differs most; none where one cannot be read. */
    public static List<FileChange> between(Path before, Path after) {
        try (PackedFiles old = Packages.open(before);
                PackedFiles young = Packages.open(after)) {
            List<FileChange> changes = new ArrayList<>();
            for (String key : old.keys().stream()
                    .filter(key -> key.endsWith(".html") && young.has(key))
                    .limit(MOST_PAGES)
                    .toList()) {
                change(key, lines(old, key), lines(young, key)).ifPresent(changes::add);
            }
            return changes;
        } catch (PackageException | IOException unreadable) {
            return List.of();
        }
    }

    private static List<String> lines(PackedFiles files, String key) throws IOException {
        try (InputStream bytes = files.open(key)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Optional<FileChange> change(String key, List<String> before, List<String> after) {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        // What differs in nothing but a hash of a name comes first in many pages, and is what is meant to differ.
        return deltas.stream()
                .max((one, other) -> Integer.compare(weight(one), weight(other)))
                .map(delta -> new FileChange(key, shown(delta.getSource()), shown(delta.getTarget())));
    }

    /** By how many characters it differs in length. */
    private static int weight(AbstractDelta<String> delta) {
        return Math.abs(length(delta.getSource()) - length(delta.getTarget()));
    }

    private static int length(Chunk<String> chunk) {
        return chunk.getLines().stream().mapToInt(String::length).sum();
    }

    private static List<String> shown(Chunk<String> chunk) {
        return chunk.getLines().stream()
                .limit(MOST_LINES)
                .map(line -> line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line)
                .toList();
    }
}
