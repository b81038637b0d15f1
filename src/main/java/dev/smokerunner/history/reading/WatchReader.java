package dev.smokerunner.history.reading;

import dev.smokerunner.history.Releases.Release;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Who watches, and what was released meanwhile. */
public final class WatchReader {
    private final Jdbi jdbi;

    /** Those of a database. */
    public WatchReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The monitors that work on the history, by host. */
    public List<RunnerStatus> runners() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, location, host, started_at, seen_at, rounds, network_down_since"
                                + " from runner order by host, location, id")
                .map((row, context) -> runner(new Row(row)))
                .list());
    }

    private static RunnerStatus runner(Row row) throws SQLException {
        return new RunnerStatus(
                row.text("id"),
                row.text("location"),
                row.text("host"),
                row.time("started_at"),
                row.time("seen_at"),
                row.large("rounds"),
                row.optionalTime("network_down_since"));
    }

    /** The releases of a site since a moment, the newest first. */
    public List<Release> releases(String name, String environment, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, released_at from release_mark"
                        + " where name = :name and environment = :environment and released_at >= :from"
                        + " order by released_at desc")
                .bind("name", name)
                .bind("environment", environment)
                .bind("from", from.toEpochMilli())
                .map((row, context) ->
                        new Release(name, environment, row.getString("version"), new Row(row).time("released_at")))
                .list());
    }
}
