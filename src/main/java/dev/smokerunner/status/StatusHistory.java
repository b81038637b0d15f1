package dev.smokerunner.status;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RunnerReader;
import dev.smokerunner.history.reading.SiteReader;

/**
 * What the status page reads of a history, and where it writes releases down.
 *
 * @param sites how the sites are
 * @param rounds the looks at them
 * @param incidents what was wrong
 * @param runners who looks
 * @param counts what visitors do
 * @param releases takes note of releases
 */
public record StatusHistory(
        SiteReader sites,
        RoundReader rounds,
        IncidentReader incidents,
        RunnerReader runners,
        CountReader counts,
        Releases releases) {
    /** Rejects null. */
    public StatusHistory {
        requireNonNull(sites);
        requireNonNull(rounds);
        requireNonNull(incidents);
        requireNonNull(runners);
        requireNonNull(counts);
        requireNonNull(releases);
    }

    /** That of a database. */
    public static StatusHistory of(HistoryDatabase database) {
        return new StatusHistory(
                new SiteReader(database.jdbi()),
                new RoundReader(database.jdbi()),
                new IncidentReader(database.jdbi()),
                new RunnerReader(database.jdbi()),
                new CountReader(database.jdbi()),
                new Releases(database.jdbi()));
    }
}
