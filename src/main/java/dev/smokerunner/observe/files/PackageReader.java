package dev.smokerunner.observe.files;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.target.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the files of a package and finds out which of them name which. */
public final class PackageReader {
    /** The largest bundles that people deploy are smaller; what follows in a larger file is not read. */
    private static final int LONGEST_TEXT = 16 << 20;
    /** Some seconds' worth of reading. */
    private static final long MOST_TEXT = 256L << 20;

    private static final int MOST_NAMERS = 24;

    private final PackedFiles files;
    private final NameBook names;
    private final Map<String, List<String>> namedBy = new HashMap<>();
    private final Map<String, Set<Trait>> traits = new HashMap<>();
    private long textLeft = MOST_TEXT;
    private boolean isWhole = true;

    private PackageReader(PackedFiles files) {
        this.files = files;
        this.names = new NameBook(files.keys());
    }

    /** What is in a package; unseen where it cannot be read. */
    public static Captured<PackageContents> read(PackedFiles files) {
        try {
            return Captured.seen(new PackageReader(files).contents());
        } catch (IOException e) {
            return Captured.unseen("the package's files cannot be read: " + e.getMessage(), Fault.TOOL);
        }
    }

    private PackageContents contents() throws IOException {
        // Pages first: who reads a list that was cut should find them.
        List<String> inTurn = files.keys().stream()
                .sorted(Comparator.comparing((String key) -> !FileKind.of(key).isPage()))
                .toList();
        for (String key : inTurn) {
            readText(key);
        }
        List<PackagedFile> found = new ArrayList<>();
        for (String key : files.keys()) {
            found.add(new PackagedFile(
                    key, files.bytes(key), namedBy.getOrDefault(key, List.of()), traits.getOrDefault(key, Set.of())));
        }
        return new PackageContents(found, isWhole);
    }

    private void readText(String key) throws IOException {
        FileKind kind = FileKind.of(key);
        if (kind == FileKind.OTHER) {
            see(key, TextTraits.ofOther(start(key)));
            return;
        }
        String text = text(key);
        if (kind == FileKind.SCRIPT) {
            see(key, TextTraits.ofScript(text));
        }
        for (String named : new MentionReader(names).namedIn(text, kind)) {
            List<String> namers = namedBy.computeIfAbsent(named, name -> new ArrayList<>());
            if (!named.equals(key) && namers.size() < MOST_NAMERS) {
                namers.add(key);
            }
        }
    }

    private void see(String key, Set<Trait> seen) {
        if (!seen.isEmpty()) {
            traits.put(key, seen);
        }
    }

    private String text(String key) throws IOException {
        int most = (int) Math.min(LONGEST_TEXT, textLeft);
        String text = bytes(key, most);
        textLeft -= text.length();
        isWhole &= files.bytes(key) <= most;
        return text;
    }

    private String start(String key) throws IOException {
        return bytes(key, TextTraits.START);
    }

    private String bytes(String key, int most) throws IOException {
        try (InputStream in = files.open(key)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        }
    }
}
