package dev.smokerunner.history.reading;

import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Source;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The incidents of a history, and what people were told of them. */
public final class IncidentReader {
    private static final String INCIDENTS = "select i.id, s.name, s.environment, i.title, i.severity, i.since_at,"
            + " i.opened_at, i.resolved_at, i.flapping, (select max(e.happened_at) from incident_event e"
            + " where e.incident = i.id) as changed_at from incident i join site s on s.id = i.site";

    private static final String ALERTS =
            "select site, incident, channel, created_at, state, tries, tried_at, trouble from message";

    private final Jdbi jdbi;

    /** Those of a database. */
    public IncidentReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that are not over, the worst first. */
    public List<IncidentSummary> open() {
        return jdbi.withHandle(handle -> list(handle.createQuery(
                INCIDENTS + " where i.resolved_at is null order by i.severity, i.opened_at desc, i.id")));
    }

    /** The last that were opened, the newest first. */
    public List<IncidentSummary> last(int most) {
        return jdbi.withHandle(
                handle -> list(handle.createQuery(INCIDENTS + " order by i.opened_at desc, i.id limit :most")
                        .bind("most", most)));
    }

    /** The last of one site, the newest first. */
    public List<IncidentSummary> last(String site, int most) {
        return jdbi.withHandle(handle ->
                list(handle.createQuery(INCIDENTS + " where i.site = :site order by i.opened_at desc, i.id limit :most")
                        .bind("site", site)
                        .bind("most", most)));
    }

    /** Those of a site that were not over before a moment. */
    public List<IncidentSummary> since(String site, Instant from) {
        return jdbi.withHandle(handle -> list(handle.createQuery(INCIDENTS + " where i.site = :site"
                        + " and (i.resolved_at is null or i.resolved_at >= :from) order by i.opened_at")
                .bind("site", site)
                .bind("from", from.toEpochMilli())));
    }

    /** One of them; absent where it is not known. */
    public Optional<IncidentSummary> one(String id) {
        return jdbi.withHandle(handle ->
                list(handle.createQuery(INCIDENTS + " where i.id = :id").bind("id", id)).stream()
                        .findFirst());
    }

    /** What happened to one, in order. */
    public List<IncidentStep> steps(String incident) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select position, kind, source, happened_at, severity, detail, round from incident_event"
                                + " where incident = :incident order by position")
                .bind("incident", incident)
                .map((row, context) -> step(incident, new Row(row)))
                .list());
    }

    private IncidentStep step(String incident, Row row) throws SQLException {
        Optional<String> round = row.optional("round");
        return new IncidentStep(
                IncidentEvent.Kind.of(row.text("kind")),
                Source.of(row.text("source")),
                row.time("happened_at"),
                row.severity("severity").orElseThrow(),
                row.text("detail").lines().toList(),
                links(incident, row.number("position")),
                round,
                round.map(this::evidence).orElse(List.of()));
    }

    private List<String> links(String incident, int position) {
        return jdbi.withHandle(handle -> handle.createQuery("select url from incident_link where incident = :incident"
                        + " and position = :position order by url")
                .bind("incident", incident)
                .bind("position", position)
                .mapTo(String.class)
                .list());
    }

    private List<String> evidence(String round) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select kind from evidence where round = :round order by kind")
                        .bind("round", round)
                        .mapTo(String.class)
                        .list());
    }

    /** What people were told of one, in order. */
    public List<SentAlert> alerts(String incident) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALERTS + " where incident = :incident order by created_at, channel, id")
                        .bind("incident", incident)
                        .map((row, context) -> alert(new Row(row)))
                        .list());
    }

    /** What was given up, the newest first. */
    public List<SentAlert> deadLetters(int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALERTS + " where state = 'dead' order by created_at desc, id limit :most")
                        .bind("most", most)
                        .map((row, context) -> alert(new Row(row)))
                        .list());
    }

    /** How many messages are in a state. */
    public int count(SentAlert.State state) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from message where state = :state")
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .mapTo(Integer.class)
                .one());
    }

    private static SentAlert alert(Row row) throws SQLException {
        return new SentAlert(
                row.text("site"),
                row.optional("incident"),
                row.text("channel"),
                row.time("created_at"),
                SentAlert.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.number("tries"),
                row.optionalTime("tried_at"),
                row.text("trouble"));
    }

    private static List<IncidentSummary> list(Query query) {
        return query.map((row, context) -> incident(new Row(row))).list();
    }

    private static IncidentSummary incident(Row row) throws SQLException {
        return new IncidentSummary(
                row.text("id"),
                row.text("name"),
                row.text("environment"),
                row.text("title"),
                row.severity("severity").orElseThrow(),
                row.time("since_at"),
                row.time("opened_at"),
                row.optionalTime("resolved_at"),
                row.flag("flapping"),
                row.optionalTime("changed_at").orElse(row.time("opened_at")));
    }
}
