package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * The files of a package, as they will be uploaded.
 *
 * @param files the files in the order of their keys
 * @param whole whether every text was read to its end; otherwise a file may be named although {@code namedBy} is empty
 */
public record PackageContents(List<PackagedFile> files, boolean whole) {

    /** Copies the list. */
    public PackageContents {
        files = List.copyOf(files);
    }

    /** Files of which every text was read to its end. */
    public PackageContents(List<PackagedFile> files) {
        this(files, true);
    }

    /** What the text of a file shows. */
    public enum Trait {
        /** It begins with a private key. */
        PRIVATE_KEY,
        /** It is written for Node: it exports or requires as Node does, and does nothing for browsers. */
        NODE_CODE
    }

    /**
     * One file.
     *
     * @param key its path in the package with slashes, e.g. {@code js/main.js}: the key that it gets in a bucket
     * @param bytes its size
     * @param namedBy the keys of other files whose text names it, pages first, at most a few dozen; empty where none does
     * @param traits what its text shows
     */
    public record PackagedFile(String key, long bytes, List<String> namedBy, Set<Trait> traits) {

        /** Copies the collections. */
        public PackagedFile {
            requireNonNull(key);
            namedBy = List.copyOf(namedBy);
            traits = Set.copyOf(traits);
        }

        /** A file whose text shows nothing special. */
        public PackagedFile(String key, long bytes, List<String> namedBy) {
            this(key, bytes, namedBy, Set.of());
        }

        /** Its name, taken apart. */
        public FileName name() {
            return FileName.of(key);
        }
    }
}
