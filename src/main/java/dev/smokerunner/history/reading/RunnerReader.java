package dev.smokerunner.history.reading;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Who watches. */
public final class RunnerReader {
    private final Jdbi jdbi;

    /** Those of a database. */
    public RunnerReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The monitors that work on the history, by host. */
    public List<RunnerStatus> all() {
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
}
