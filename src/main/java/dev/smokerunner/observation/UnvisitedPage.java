package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;

/**
 * A page of a package that the run does not visit.
 *
 * @param key its key
 * @param missing the references of its HTML to files that are not in the package, in source order
 * @param claims its tags that say which bytes a file of the package must have, in source order
 */
public record UnvisitedPage(String key, List<Missing> missing, List<Claim> claims) {
    /** Copies the lists. */
    public UnvisitedPage {
        requireNonNull(key);
        missing = List.copyOf(missing);
        claims = List.copyOf(claims);
    }

    /** What it wants of the other files. */
    UnvisitedPage without(Predicate<String> isOutKey) {
        return new UnvisitedPage(
                key,
                missing.stream().filter(one -> !isOutKey.test(one.key())).toList(),
                claims.stream().filter(one -> !isOutKey.test(one.key())).toList());
    }

    /**
     * A reference to a file that is not there.
     *
     * @param key the key that the file would have
     * @param reference where the page names it
     */
    public record Missing(String key, Reference reference) {
        /** Rejects null. */
        public Missing {
            requireNonNull(key);
            requireNonNull(reference);
        }
    }

    /**
     * An {@code integrity} attribute.
     *
     * @param key the file that it is about
     * @param reference where the page names the file
     * @param integrity what the attribute says
     * @param digests the digests that the file has, as such attributes write them: SHA-256, SHA-384, SHA-512
     */
    public record Claim(String key, Reference reference, String integrity, List<String> digests) {
        /** Rejects null, copies the list. */
        public Claim {
            requireNonNull(key);
            requireNonNull(reference);
            requireNonNull(integrity);
            digests = List.copyOf(digests);
        }
    }
}
