package dev.smokerunner.observe.files;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.Flaw;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists the files of a package and finds out which of them name which. */
public final class PackageReader {
    /** The largest bundles that people deploy are smaller; what follows in a larger file is not read. */
    private static final int LONGEST_TEXT = 16 << 20;
    /** Some seconds' worth of reading. */
    private static final long MOST_TEXT = 256L << 20;

    private final PackedFiles files;
    private final FileNameIndex names;
    private final UnvisitedPages pages;
    private final Set<String> visited;
    private final Map<String, Set<Trait>> traits = new HashMap<>();
    private final Map<String, Set<String>> hosts = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private long textLeft = MOST_TEXT;
    private boolean isWhole = true;

    private PackageReader(PackedFiles files, Set<String> visited, Set<String> proxied) {
        this.files = files;
        this.names = new FileNameIndex(files.keys());
        this.pages = new UnvisitedPages(files, visited, proxied);
        this.visited = visited;
    }

    /**
     * What is in a package; unseen where it cannot be read.
     *
     * @param files the package
     * @param visited the keys of the pages that the run visits; the others are read here for what they refer to
     * @param proxied how paths begin that are not served from the package
     */
    public static Captured<PackageContents> read(PackedFiles files, Set<String> visited, Set<String> proxied) {
        try {
            return Captured.seen(new PackageReader(files, visited, proxied).contents());
        } catch (IOException e) {
            return Captured.unseen("the package's files cannot be read: " + e.getMessage(), Fault.TOOL);
        }
    }

    private PackageContents contents() throws IOException {
        files.flaws()
                .forEach(
                        flaw -> flaws.add(new Flaw(Flaw.Kind.valueOf(flaw.kind().name()), flaw.key(), "")));
        // Pages first: who reads a list that was cut should find them.
        List<String> inTurn = files.keys().stream()
                .sorted(Comparator.comparing((String key) -> !FileKind.of(key).isPage()))
                .toList();
        for (int turn = 0; turn < inTurn.size(); turn++) {
            String key = inTurn.get(turn);
            try {
                read(key, turn);
            } catch (IOException e) {
                if (!files.isPacked()) {
                    throw e;
                }
                flaws.add(new Flaw(Flaw.Kind.DAMAGED, key, String.valueOf(e.getMessage())));
            }
        }
        Map<String, Set<Integer>> namers = namers();
        List<PackagedFile> found = new ArrayList<>();
        for (String key : files.keys()) {
            found.add(new PackagedFile(
                    key,
                    files.bytes(key),
                    namers.getOrDefault(key, Set.of()).stream()
                            .map(inTurn::get)
                            .filter(namer -> !namer.equals(key))
                            .limit(NameEntry.MOST_NAMERS)
                            .toList(),
                    traits.getOrDefault(key, Set.of()),
                    hosts.getOrDefault(key, Set.of())));
        }
        return new PackageContents(found, isWhole, flaws, visited, pages.found(), pages.notes());
    }

    /** For each file that is named, when the texts were read that name it. */
    private Map<String, Set<Integer>> namers() {
        Map<String, Set<Integer>> namers = new HashMap<>();
        names.entries().filter(entry -> !entry.namers().isEmpty()).forEach(entry -> entry.files()
                .forEach(file ->
                        namers.computeIfAbsent(file, unused -> new TreeSet<>()).addAll(entry.namers())));
        return namers;
    }

    private void read(String key, int turn) throws IOException {
        FileKind kind = FileKind.of(key);
        if (kind == FileKind.OTHER) {
            see(key, TextTraits.ofOther(text(key, TextTraits.START)));
            return;
        }
        int most = (int) Math.min(LONGEST_TEXT, textLeft);
        String text = text(key, most);
        textLeft -= text.length();
        isWhole &= files.bytes(key) <= most;
        if (kind == FileKind.SCRIPT) {
            see(key, TextTraits.ofScript(text));
        }
        see(key, text, kind, turn);
        if (kind.isPage()) {
            pages.see(key, text);
        }
    }

    private void see(String key, String text, FileKind kind, int turn) {
        Set<String> named = NamedHosts.in(text);
        if (!named.isEmpty()) {
            hosts.put(key, named);
        }
        new MentionReader(names).namedIn(text, kind).forEach(entry -> entry.namedIn(turn));
    }

    private void see(String key, Set<Trait> seen) {
        if (!seen.isEmpty()) {
            traits.put(key, seen);
        }
    }

    /** The beginning of a file; one out of an archive is read to its end, since only that shows whether it is whole. */
    private String text(String key, int most) throws IOException {
        try (InputStream in = files.open(key)) {
            String text = new String(in.readNBytes(most), StandardCharsets.UTF_8);
            if (files.isPacked()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return text;
        }
    }
}
