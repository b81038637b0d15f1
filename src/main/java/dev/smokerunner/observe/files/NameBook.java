package dev.smokerunner.observe.files;

import dev.smokerunner.observation.FileName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a package under each name by which a text may call them. */
final class NameBook {
    private final Map<String, List<String>> byBase = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();
    private final Map<String, List<String>> byFingerprint = new HashMap<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();
    private final Set<String> parts = new HashSet<>();

    NameBook(Collection<String> keys) {
        for (String key : keys) {
            FileName name = FileName.of(key);
            add(byBase, key.substring(name.folder().length()), key);
            if (name.isScript() || name.isStyle()) {
                add(byStem, name.stem(), key);
                name.fingerprint().ifPresent(print -> addFingerprinted(name, print, key));
                if (name.fingerprint().isEmpty()) {
                    foldersOf(name).forEach(folder -> add(byFolder, folder, key));
                }
            }
        }
    }

    /** The files that a path names: those that end like it, or all of its last name where none does. */
    List<String> files(String path) {
        List<String> all = byBase.getOrDefault(lastOf(path), List.of());
        List<String> exact = all.stream().filter(key -> endsWith(key, path)).toList();
        return exact.isEmpty() ? all : exact;
    }

    /** The scripts and styles that a path names without their extension, each of its folders being theirs. */
    List<String> modules(String path) {
        return byStem.getOrDefault(lastOf(path), List.of()).stream()
                .filter(key -> endsWith(withoutExtension(key), path))
                .toList();
    }

    /** The scripts and styles whose name without extension is this and holds a fingerprint, so that it is nobody else's. */
    List<String> unmistakable(String stem) {
        return byStem.getOrDefault(stem, List.of()).stream()
                .filter(key -> FileName.of(key).fingerprint().isPresent())
                .toList();
    }

    /** The scripts and styles without fingerprint in the folders that end like this path, e.g. {@code locale/}. */
    List<String> filesIn(String folder) {
        return byFolder.getOrDefault(folder, List.of());
    }

    /** Whether this is a piece of a name that a script may put together. */
    boolean isPart(String text) {
        return parts.contains(text);
    }

    /** The files whose names can be put together from these pieces. */
    List<String> madeOf(Set<String> pieces) {
        List<String> made = new ArrayList<>();
        for (String piece : pieces) {
            List<String> files = byFingerprint.getOrDefault(piece, List.of());
            for (String key : files) {
                // One fingerprint for all files of a build says nothing without the rest of the name.
                if (files.size() == 1 || pieces.containsAll(words(FileName.of(key)))) {
                    made.add(key);
                }
            }
        }
        return made;
    }

    private void addFingerprinted(FileName name, String print, String key) {
        add(byFingerprint, print, key);
        parts.add(print);
        parts.addAll(words(name));
    }

    /** The parts of a name that a script must know to make it; numbers may be computed. */
    private static List<String> words(FileName name) {
        Optional<String> print = name.fingerprint();
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
            String path = folder.substring(0, end);
            for (int start = 0; start >= 0 && start < path.length(); start = path.indexOf('/', start) + 1) {
                folders.add(path.substring(start));
            }
        }
        return folders;
    }

    private static boolean endsWith(String key, String path) {
        return key.endsWith(path)
                && (key.length() == path.length() || key.charAt(key.length() - path.length() - 1) == '/');
    }

    private static String withoutExtension(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void add(Map<String, List<String>> book, String name, String key) {
        book.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(key);
    }
}
