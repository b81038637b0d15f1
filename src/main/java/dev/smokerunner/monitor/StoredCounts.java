package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.Point;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The counts that a history has. */
public final class StoredCounts implements CountSource {
    private final Jdbi jdbi;

    /** Those of a database. */
    public StoredCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Errors and failed requests are told by the checks, and tickets by what they say. */
    @Override
    public List<Counted> of(String site) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct measure, page_group from traffic"
                        + " where site = :site and measure in ('views', 'requests') order by measure, page_group")
                .bind("site", site)
                .map((row, context) -> new Counted(row.getString("measure"), row.getString("page_group")))
                .list());
    }

    @Override
    public List<Point> counts(String site, Counted counted, Instant after, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("select minute_at, amount from traffic where site = :site"
                        + " and page_group = :group and measure = :measure and minute_at > :after and minute_at < :until"
                        + " order by minute_at")
                .bind("site", site)
                .bind("group", counted.group())
                .bind("measure", counted.what())
                .bind("after", after.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new Point(Instant.ofEpochMilli(row.getLong("minute_at")), row.getLong("amount")))
                .list());
    }
}
