package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a site between two rounds.
 *
 * @param book what was seen lately
 * @param state how it is
 * @param since since when it is so
 * @param severity how bad it is; absent where nothing is wrong
 */
public record SiteMemory(IncidentBook book, SiteState state, Instant since, Optional<Severity> severity) {
    /** Rejects null. */
    public SiteMemory {
        requireNonNull(book);
        requireNonNull(state);
        requireNonNull(since);
        requireNonNull(severity);
    }
}
