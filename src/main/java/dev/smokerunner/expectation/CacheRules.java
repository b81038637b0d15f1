package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The cache policy that each kind of answer must have.
 *
 * @param document the page's own; absent means that it must not be kept for long
 * @param fingerprinted of scripts, style sheets and fonts whose address changes with their bytes; absent means that nothing
 *     may forbid to keep them
 */
public record CacheRules(Optional<CacheRule> document, Optional<CacheRule> fingerprinted) {

    /** No policy of the owner's own. */
    public static final CacheRules NONE = new CacheRules(Optional.empty(), Optional.empty());

    /** Rejects null. */
    public CacheRules {
        requireNonNull(document);
        requireNonNull(fingerprinted);
    }
}
