package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;

/**
 * Something that is wrong with a site, as one round saw it.
 *
 * @param source who saw it
 * @param fingerprint the same for the same cause in every round
 * @param severity how bad it is
 * @param summary what it is, in one line
 */
public record SeenCause(Source source, String fingerprint, Severity severity, String summary) {
    /**
     * That a site fails at all, whatever for: where each round finds another cause, none of them is ever confirmed. No finding
     * has such a fingerprint.
     */
    static final String ANY = "*";
    /** That nobody could find out how a site is. */
    static final String UNKNOWN = "inconclusive";

    /** Rejects null. */
    public SeenCause {
        requireNonNull(source);
        requireNonNull(fingerprint);
        requireNonNull(severity);
        requireNonNull(summary);
    }

    /** Whether it stands for no cause of its own, and no alert should list it. */
    public boolean isAny() {
        return fingerprint.equals(ANY);
    }

    /** Whether it is that nobody could find out, which is not the site's fault. */
    public boolean isUnknown() {
        return fingerprint.equals(UNKNOWN);
    }
}
