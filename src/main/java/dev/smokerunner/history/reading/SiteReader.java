package dev.smokerunner.history.reading;

import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.incident.SiteState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** How the watched sites are. */
public final class SiteReader {
    private static final String SITES = "select s.id, s.name, s.environment, s.target, s.owner, s.runbook, s.every_ms,"
            + " s.state, s.severity, s.since_at, r.id as round, r.started_at, r.duration_ms, r.verdict,"
            + " r.severity as round_severity, r.reason, r.place, r.maintenance, r.document_ms, r.dom_content_loaded_ms,"
            + " r.load_ms, r.ready_ms from site s left join round r on r.id = s.last_round where s.watched = 1";

    /** One that began earlier ended before the last one began. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    private final Jdbi jdbi;

    /** Those of a database. */
    public SiteReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that are watched, by name and environment. */
    public List<SiteStatus> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SITES + " order by s.name, s.environment")
                .map((row, context) -> status(new Row(row)))
                .list());
    }

    /** One of them; absent where it is not watched. */
    public Optional<SiteStatus> one(String name, String environment) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SITES + " and s.name = :name and s.environment = :environment")
                        .bind("name", name)
                        .bind("environment", environment)
                        .map((row, context) -> status(new Row(row)))
                        .findOne());
    }

    /** When the last round of all ended; absent where there was none. */
    public Optional<Instant> lastEnd() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(started_at + duration_ms) as ended_at"
                        + " from round where started_at >= (select max(started_at) from round) - :longest")
                .bind("longest", LONGEST_ROUND.toMillis())
                .map((row, context) -> new Row(row).optionalTime("ended_at"))
                .one());
    }

    /** What says that something that people see has changed: another text means that it has. */
    public String change() {
        return jdbi.withHandle(handle -> handle.createQuery("select (select max(started_at) from round) as rounds,"
                        + " (select max(happened_at) from incident_event) as events,"
                        + " (select count(*) from message where state = 'dead') as dead,"
                        + " (select count(*) from site where watched = 1) as sites")
                .map((row, context) -> row.getLong("rounds") + " " + row.getLong("events") + " " + row.getLong("dead")
                        + " " + row.getLong("sites"))
                .one());
    }

    private static SiteStatus status(Row row) throws SQLException {
        Optional<String> round = row.optional("round");
        return new SiteStatus(
                new SiteRecord(
                        row.text("name"),
                        row.text("environment"),
                        row.text("target"),
                        row.optional("owner"),
                        row.optional("runbook"),
                        Duration.ofMillis(row.large("every_ms"))),
                SiteState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.severity("severity"),
                row.optionalTime("since_at"),
                round.isEmpty() ? Optional.empty() : Optional.of(row.round(round.get())));
    }
}
