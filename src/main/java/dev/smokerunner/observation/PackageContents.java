package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.filename.FileName;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a package, as they will be uploaded.
 *
 * @param files the files in the order of their keys
 * @param whole whether every text was read to its end; otherwise a file may be named although {@code namedBy} is empty
 * @param flaws what is odd about the way it was packed
 * @param visited the keys of the pages that the run visits
 * @param unvisited what the other pages refer to and what is wrong with that, in the order of their keys
 * @param notes what was not looked at, and why, one line each; empty where all was
 */
public record PackageContents(
        List<PackagedFile> files,
        boolean whole,
        List<Flaw> flaws,
        Set<String> visited,
        List<UnvisitedPage> unvisited,
        List<String> notes) {

    /** Copies the collections. */
    public PackageContents {
        files = List.copyOf(files);
        flaws = List.copyOf(flaws);
        visited = Set.copyOf(visited);
        unvisited = List.copyOf(unvisited);
        notes = List.copyOf(notes);
    }

    /** Files of which every text was read to its end, packed as they should be. */
    public PackageContents(List<PackagedFile> files) {
        this(files, true, List.of(), Set.of(), List.of(), List.of());
    }

    /** What is left where nothing is to be said about what pages that are not visited want of some files. */
    PackageContents without(Predicate<String> isOutKey) {
        List<UnvisitedPage> less =
                unvisited.stream().map(page -> page.without(isOutKey)).toList();
        return new PackageContents(files, whole, flaws, visited, less, notes);
    }

    /** What the text of a file shows. */
    public enum Trait {
        /** It begins with a private key. */
        PRIVATE_KEY,
        /** It has an address with a password or token in it. */
        CREDENTIALS,
        /** It is written for Node: it exports or requires as Node does, and does nothing for browsers. */
        NODE_CODE,
        /** It is a script that holds the address of another file and does nothing. */
        ADDRESS
    }

    /**
     * One file.
     *
     * @param key its path in the package with slashes, e.g. {@code js/main.js}: the key that it gets in a bucket
     * @param bytes its size
     * @param namedBy the keys of other files whose text names it, pages first, at most a few dozen; empty where none does
     * @param traits what its text shows
     * @param hosts the hosts, with their ports, that stand in its text as a part of a URL; in lower case, at most a hundred
     */
    public record PackagedFile(String key, long bytes, List<String> namedBy, Set<Trait> traits, Set<String> hosts) {

        /** Copies the collections. */
        public PackagedFile {
            requireNonNull(key);
            namedBy = List.copyOf(namedBy);
            traits = Set.copyOf(traits);
            hosts = Set.copyOf(hosts);
        }

        /** A file whose text shows nothing special. */
        public PackagedFile(String key, long bytes, List<String> namedBy) {
            this(key, bytes, namedBy, Set.of(), Set.of());
        }

        /** Its name, taken apart. */
        public FileName name() {
            return FileName.of(key);
        }
    }

    /**
     * Something about the way in which a package was packed that tools read differently, or that none can read.
     *
     * @param kind what it is
     * @param key the file's key; the archive's own name where it is about the whole of it
     * @param detail what was noticed, in a sentence; empty where the kind says all
     */
    public record Flaw(Kind kind, String key, String detail) {
        /** Rejects null. */
        public Flaw {
            requireNonNull(kind);
            requireNonNull(key);
            requireNonNull(detail);
        }

        /** Kinds of flaws. */
        public enum Kind {
            /** A symbolic link. */
            LINK,
            /** Two entries of one name with the same bytes. */
            REPEATED,
            /** Two entries of one name with different bytes. */
            CONTRADICTED,
            /** A name that is not UTF-8, or does not say that it is. */
            FOREIGN_NAME,
            /** Bytes before or behind the archive. */
            EXTRA_BYTES,
            /** A file whose bytes are not those that were packed. */
            DAMAGED
        }
    }
}
