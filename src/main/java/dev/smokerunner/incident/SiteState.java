package dev.smokerunner.incident;

import dev.smokerunner.result.Verdict;
import java.util.Locale;

/** How a site is, as far as it is confirmed. */
public enum SiteState {
    /** It works. */
    OK,
    /** Something is wrong with it, and confirmed. */
    FAILING,
    /** Nobody could find out for a while. */
    INCONCLUSIVE,
    /** Somebody said that it may be broken now. */
    MAINTENANCE,
    /** Nobody looked yet, or not often enough. */
    UNKNOWN;

    /** As it is written in the history and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state after a round.
     *
     * @param before the state up to then: what one bad round says is not confirmed yet
     * @param book the book with that round
     * @param round the round
     */
    public static SiteState after(SiteState before, IncidentBook book, Round round) {
        boolean isFailing = book.open().stream().anyMatch(incident -> !incident.isUnknown());
        if (round.source().isSignal() && !isFailing && before != FAILING) {
            return before;
        }
        if (round.inMaintenance()) {
            return MAINTENANCE;
        }
        if (isFailing) {
            return FAILING;
        }
        if (!book.open().isEmpty()) {
            return INCONCLUSIVE;
        }
        if (round.verdict() == Verdict.PASS) {
            return OK;
        }
        return before == OK ? OK : UNKNOWN;
    }
}
