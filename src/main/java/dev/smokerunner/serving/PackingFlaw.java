package dev.smokerunner.serving;

import static java.util.Objects.requireNonNull;

/**
 * Something about the way in which a package was packed that tools read differently.
 *
 * @param kind what it is
 * @param key the file's key; the archive's own name where it is about the whole of it
 */
public record PackingFlaw(Kind kind, String key) {
    /** Rejects null. */
    public PackingFlaw {
        requireNonNull(kind);
        requireNonNull(key);
    }

    /** What tools do not agree about. */
    public enum Kind {
        /** A symbolic link: some make a link of it, others a file that holds the path it leads to. */
        LINK,
        /** Two entries of one name with the same bytes. */
        REPEATED,
        /** Two entries of one name with different bytes: some unpack the first, others the last. */
        CONTRADICTED,
        /** A name that is not UTF-8, or does not say that it is. */
        FOREIGN_NAME,
        /** Bytes before the first or behind the last part of the archive. */
        EXTRA_BYTES
    }
}
