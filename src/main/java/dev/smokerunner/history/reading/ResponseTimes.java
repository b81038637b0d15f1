package dev.smokerunner.history.reading;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * How long the rounds of a site took, by phase: of those that could judge the page, for good or bad, since a page that has become slow
 * may fail by that. Not of those in maintenance.
 */
public final class ResponseTimes {
    private final Jdbi jdbi;

    /** Those of a database. */
    public ResponseTimes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A phase of a page. */
    public enum Phase {
        /** Until the document is there. */
        DOCUMENT("document_ms"),
        /** Until all of the page is loaded. */
        LOAD("load_ms");

        private final String column;

        Phase(String column) {
            this.column = column;
        }
    }

    /**
     * One of them.
     *
     * @param at when the round began
     * @param millis how long the slowest page took
     */
    public record Time(Instant at, long millis) {}

    /** From where a site was looked at after a moment. */
    public List<String> places(String site, Instant after) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct place from round where site = :site"
                        + " and started_at > :after order by place")
                .bind("site", site)
                .bind("after", after.toEpochMilli())
                .mapTo(String.class)
                .list());
    }

    /**
     * Those after a moment, in order.
     *
     * @param place from where it was looked
     */
    public List<Time> after(String site, String place, Phase phase, Instant after) {
        return jdbi.withHandle(handle -> handle.createQuery("select started_at, " + phase.column
                        + " as millis from round"
                        + " where site = :site and place = :place and started_at > :after and maintenance = 0"
                        + " and verdict <> 'inconclusive' and " + phase.column + " is not null order by started_at")
                .bind("site", site)
                .bind("place", place)
                .bind("after", after.toEpochMilli())
                .map((row, context) -> new Time(Instant.ofEpochMilli(row.getLong("started_at")), row.getLong("millis")))
                .list());
    }
}
