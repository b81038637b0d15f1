package dev.smokerunner.observe.files;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.filename.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a package under each name by which a text may call them. */
final class FileNameIndex {
    private final Map<String, NameEntry> byEnd = new HashMap<>();
    private final Map<String, NameEntry> byModule = new HashMap<>();
    private final Map<String, NameEntry> byStem = new HashMap<>();
    private final Map<String, NameEntry> byFolder = new HashMap<>();
    private final Map<String, NameEntry> alone = new HashMap<>();
    private final Map<String, List<String>> byFingerprint = new HashMap<>();
    private final Set<String> parts = new HashSet<>();

    FileNameIndex(Collection<String> keys) {
        for (String key : keys) {
            FileName name = FileName.of(key);
            endsOf(key).forEach(end -> add(byEnd, end, key));
            if (name.isScript() || name.isStyle()) {
                endsOf(withoutExtension(key)).forEach(end -> add(byModule, end, key));
                name.fingerprint().ifPresent(print -> addFingerprinted(name, print.text(), key));
                if (name.fingerprint().isEmpty()) {
                    foldersOf(name).forEach(folder -> add(byFolder, folder, key));
                }
            }
        }
    }

    /** The files that a path names: those that end like it, or all of its last name where none does. */
    Optional<NameEntry> files(String path) {
        return Optional.ofNullable(byEnd.get(path)).or(() -> Optional.ofNullable(byEnd.get(lastOf(path))));
    }

    /** The scripts and styles that a path names without their extension, each of its folders being theirs. */
    Optional<NameEntry> modules(String path) {
        return Optional.ofNullable(byModule.get(path));
    }

    /** The scripts and styles whose name without extension ends a path and holds a fingerprint, so that it is nobody else's. */
    Optional<NameEntry> unmistakable(String path) {
        return Optional.ofNullable(byStem.get(lastOf(path)));
    }

    /** The scripts and styles without fingerprint in the folders that end like this path, e.g. {@code locale/}. */
    Optional<NameEntry> filesIn(String folder) {
        return Optional.ofNullable(byFolder.get(folder));
    }

    /** All that can be named, each with those that name it. */
    Stream<NameEntry> entries() {
        return Stream.of(byEnd, byModule, byStem, byFolder, alone).flatMap(book -> book.values().stream());
    }

    /** Whether this is a piece of a name that a script may put together. */
    boolean isPart(String text) {
        return parts.contains(text);
    }

    /** The files whose names can be put together from these pieces. */
    List<NameEntry> madeOf(Set<String> pieces) {
        List<NameEntry> made = new ArrayList<>();
        for (String piece : pieces) {
            List<String> files = byFingerprint.getOrDefault(piece, List.of());
            for (String key : files) {
                // One fingerprint for all files of a build says nothing without the rest of the name.
                if (files.size() == 1 || pieces.containsAll(words(FileName.of(key)))) {
                    made.add(alone.computeIfAbsent(key, FileNameIndex::entryOf));
                }
            }
        }
        return made;
    }

    private void addFingerprinted(FileName name, String print, String key) {
        byFingerprint.computeIfAbsent(print, unused -> new ArrayList<>(1)).add(key);
        add(byStem, name.stem(), key);
        parts.add(print);
        parts.addAll(words(name));
    }

    /** The parts of a name that a script must know to make it; numbers may be computed. */
    private static List<String> words(FileName name) {
        Optional<String> print = name.fingerprint().map(Fingerprint::text);
        return name.parts().stream()
                .filter(part -> part.chars().anyMatch(Character::isLetter))
                .filter(part -> !part.equals("chunk") && !part.equals("bundle") && !part.equals("min"))
                .filter(part -> print.filter(p -> p.contains(part)).isEmpty())
                .toList();
    }

    /** Each end of the folder's path and of those above it, e.g. {@code js/locale/} and {@code locale/}. */
    private static Set<String> foldersOf(FileName name) {
        Set<String> folders = new HashSet<>();
        String folder = name.folder();
        for (int end = folder.length(); end > 0; end = folder.lastIndexOf('/', end - 2) + 1) {
            endsOf(folder.substring(0, end - 1)).forEach(path -> folders.add(path + "/"));
        }
        return folders;
    }

    /** Each path by which a file may be called from somewhere, e.g. {@code img/a.png} and {@code a.png}. */
    private static List<String> endsOf(String key) {
        List<String> ends = new ArrayList<>();
        for (int start = 0; start > 0 || ends.isEmpty(); start = key.indexOf('/', start) + 1) {
            ends.add(key.substring(start));
        }
        return ends;
    }

    private static String withoutExtension(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void add(Map<String, NameEntry> book, String name, String key) {
        book.computeIfAbsent(name, unused -> new NameEntry()).add(key);
    }

    private static NameEntry entryOf(String key) {
        NameEntry entry = new NameEntry();
        entry.add(key);
        return entry;
    }
}
