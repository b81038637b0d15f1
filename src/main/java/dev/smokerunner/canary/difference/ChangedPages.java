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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Its lines, and of a long one, as minifiers make them, its tags and texts. */
    private static List<String> lines(PackedFiles files, String key) throws IOException {
        try (InputStream bytes = files.open(key)) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line ->
                            Stream.of(line.length() > MOST_CHARACTERS ? line.split("(?<=>)") : new String[] {line}))
                    .toList();
        }
    }

    private static Optional<FileChange> change(String key, List<String> before, List<String> after) {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        // What differs in nothing but a hash of a name comes first in many pages, and is what is meant to differ.
        return deltas.stream()
                .max(Comparator.comparingInt(ChangedPages::longer).thenComparingInt(ChangedPages::weight))
                .map(delta -> {
                    int from =
                            Math.max(0, start(text(delta.getSource()), text(delta.getTarget())) - MOST_CHARACTERS / 4);
                    return new FileChange(key, shown(delta.getSource(), from), shown(delta.getTarget(), from));
                });
    }

    /** By how many characters one is longer: hashes of names are as long as others. */
    private static int longer(AbstractDelta<String> delta) {
        return Math.abs(
                text(delta.getSource()).length() - text(delta.getTarget()).length());
    }

    /** How many characters differ, of that of the two which has more of them. */
    private static int weight(AbstractDelta<String> delta) {
        String before = text(delta.getSource());
        String after = text(delta.getTarget());
        int start = start(before, after);
        int shorter = Math.min(before.length(), after.length());
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return Math.max(before.length(), after.length()) - start - end;
    }

    /** How many characters are the same before the first that is not. */
    private static int start(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String text(Chunk<String> chunk) {
        return String.join("\n", chunk.getLines());
    }

    /**
     * Some lines of it, each of them cut.
     *
     * @param from where to begin, if that is far from its first line's start
     */
    private static List<String> shown(Chunk<String> chunk, int from) {
        String text = text(chunk);
        int begin = from < MOST_CHARACTERS / 2 ? 0 : Math.min(from, text.length());
        return ((begin > 0 ? "..." : "") + text.substring(begin))
                .lines()
                .limit(MOST_LINES)
                .map(line -> line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line)
                .toList();
    }
}
