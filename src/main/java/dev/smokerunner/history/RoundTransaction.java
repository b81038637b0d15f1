package dev.smokerunner.history;

import dev.smokerunner.incident.Incident;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.SeenCause;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What one round changes in a history: all of it, or nothing where the transaction around it is rolled back. */
public final class RoundTransaction {
    private final Handle handle;

    /**
     * Changes within a transaction.
     *
     * @param handle a connection whose transaction somebody else begins and ends
     */
    public RoundTransaction(Handle handle) {
        this.handle = handle;
    }

    /** Whether a turn is still the runner's; nobody else can take it until the transaction is over. */
    public boolean holds(Turn turn) {
        return handle.createUpdate("update scheduled_tasks set version = version where task_name = :task"
                                + " and task_instance = :instance and picked_by = :runner and version = :version")
                        .bind("task", turn.task())
                        .bind("instance", turn.instance())
                        .bind("runner", turn.runner())
                        .bind("version", turn.version())
                        .execute()
                == 1;
    }

    /** What is remembered of a site; nobody else changes it until the transaction is over. */
    public SiteMemory memory(String site) {
        handle.createUpdate("update site set id = id where id = :site")
                .bind("site", site)
                .execute();
        return handle.createQuery("select book, state, since_at, severity from site where id = :site")
                .bind("site", site)
                .map((row, context) -> new SiteMemory(
                        BookFormat.read(row.getString("book")),
                        SiteState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong("since_at")),
                        severity(row.getInt("severity"))))
                .one();
    }

    private static Optional<Severity> severity(int level) {
        return level == 0 ? Optional.empty() : Optional.of(Severity.of(level));
    }

    /**
     * Remembers something else of a site.
     *
     * @param round the id of the round that it comes from; absent where it comes from none
     */
    public void remember(String site, SiteMemory memory, Optional<String> round) {
        handle.createUpdate("update site set book = :book, state = :state, since_at = :since, severity = :severity,"
                        + " last_round = coalesce(:round, last_round) where id = :site")
                .bind("book", BookFormat.write(memory.book()))
                .bind("state", memory.state().word())
                .bind("since", memory.since().toEpochMilli())
                .bind("severity", memory.severity().map(Severity::level).orElse(null))
                .bind("round", round.orElse(null))
                .bind("site", site)
                .execute();
    }

    /**
     * Remembers a round.
     *
     * @return whether it was not remembered yet
     */
    public boolean add(RoundRecord round) {
        SmokeResult result = round.result();
        int added = handle.createUpdate("insert into round (id, site, place, runner, started_at, duration_ms, verdict,"
                        + " severity, reason, maintenance, pages, requests, document_ms, dom_content_loaded_ms, load_ms,"
                        + " ready_ms, bytes) values (:id, :site, :place, :runner, :started, :took, :verdict, :severity,"
                        + " :reason, :maintenance, :pages, :requests, :document, :interactive, :load, :ready, :bytes)"
                        + " on conflict (id) do nothing")
                .bind("id", round.id())
                .bind("site", round.site())
                .bind("place", round.place())
                .bind("runner", round.runner())
                .bind("started", result.startedAt().toEpochMilli())
                .bind("took", result.duration().toMillis())
                .bind("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
                .bind("severity", result.severity().map(Severity::level).orElse(null))
                .bind("reason", result.reason().orElse(null))
                .bind("maintenance", round.inMaintenance() ? 1 : 0)
                .bind("pages", result.pages().size())
                .bind(
                        "requests",
                        result.pages().stream().mapToInt(PageResult::requests).sum())
                .bind("document", slowest(result, Timings::document))
                .bind("interactive", slowest(result, Timings::domContentLoaded))
                .bind("load", slowest(result, Timings::load))
                .bind("ready", slowest(result, Timings::ready))
                .bind(
                        "bytes",
                        result.bytes().isPresent() ? (Long) result.bytes().getAsLong() : null)
                .execute();
        if (added == 1) {
            addFindings(round.id(), result);
            RoundHours.add(handle, round);
        }
        return added == 1;
    }

    private static @Nullable Long slowest(SmokeResult result, Function<Timings, Optional<Duration>> phase) {
        return result.pages().stream()
                .flatMap(page -> phase.apply(page.timings()).stream())
                .map(Duration::toMillis)
                .max(Long::compare)
                .orElse(null);
    }

    private void addFindings(String round, SmokeResult result) {
        if (result.findings().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into finding (round, position, fingerprint, kind, check_name,"
                + " subject, impact, severity, message, place, hint) values (:round, :position, :fingerprint, :kind,"
                + " :check, :subject, :impact, :severity, :message, :place, :hint)");
        int position = 0;
        for (Finding finding : result.findings()) {
            position++;
            batch.bind("round", round)
                    .bind("position", position)
                    .bind("fingerprint", finding.fingerprint())
                    .bind("kind", finding.kind())
                    .bind("check", finding.check())
                    .bind("subject", finding.subject())
                    .bind("impact", finding.impact().level())
                    .bind("severity", result.severityOf(finding).level())
                    .bind("message", finding.message())
                    .bind("place", finding.where().map(Location::toString).orElse(null))
                    .bind("hint", finding.hint().orElse(null))
                    .add();
        }
        batch.execute();
    }

    /**
     * Keeps a file of a round that changed a state.
     *
     * @param kind what it is, e.g. {@code result.json}
     */
    public void keep(String round, String kind, byte[] bytes) {
        handle.createUpdate("insert into evidence (round, kind, bytes, size) values (:round, :kind, :bytes, :size)"
                        + " on conflict (round, kind) do nothing")
                .bind("round", round)
                .bind("kind", kind)
                .bind("bytes", bytes)
                .bind("size", bytes.length)
                .execute();
    }

    /**
     * Remembers what happened to an incident.
     *
     * @param id the incident's
     * @param round the id of the round in which it happened; absent where it was none
     * @return which of the incident's events it is; 1 is the first
     */
    public int add(String id, String site, IncidentEvent event, Optional<String> round) {
        Incident incident = event.incident();
        boolean isOver = event.kind() == IncidentEvent.Kind.RESOLVED;
        handle.createUpdate("insert into incident (id, site, fingerprint, since_at, opened_at, resolved_at, severity,"
                        + " flapping, title, round) values (:id, :site, :fingerprint, :since, :opened, :resolved,"
                        + " :severity, :flapping, :title, :round) on conflict (id) do update set"
                        + " resolved_at = excluded.resolved_at, severity = excluded.severity,"
                        + " flapping = excluded.flapping")
                .bind("id", id)
                .bind("site", site)
                .bind("fingerprint", incident.fingerprint())
                .bind("since", incident.since().toEpochMilli())
                .bind("opened", incident.openedAt().toEpochMilli())
                .bind("resolved", isOver ? (Long) event.at().toEpochMilli() : null)
                .bind("severity", incident.severity().level())
                .bind("flapping", incident.flapping() ? 1 : 0)
                .bind(
                        "title",
                        event.causes().stream()
                                .findFirst()
                                .map(SeenCause::summary)
                                .orElse(""))
                .bind("round", round.orElse(null))
                .execute();
        return addStep(id, event, round);
    }

    private int addStep(String id, IncidentEvent event, Optional<String> round) {
        int position = 1
                + handle.createQuery("select count(*) from incident_event where incident = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one();
        handle.createUpdate(
                        "insert into incident_event (incident, position, kind, source, happened_at, severity, detail, round)"
                                + " values (:id, :position, :kind, :source, :at, :severity, :detail, :round)")
                .bind("id", id)
                .bind("position", position)
                .bind("kind", event.kind().word())
                .bind("source", event.source().word())
                .bind("at", event.at().toEpochMilli())
                .bind("severity", event.incident().severity().level())
                .bind("detail", event.causes().stream().map(SeenCause::summary).collect(Collectors.joining("\n")))
                .bind("round", round.orElse(null))
                .execute();
        return position;
    }

    /** Remembers where people can see more of what happened to an incident. */
    public void add(String incident, int position, List<URI> links) {
        links.forEach(link -> handle.createUpdate("insert into incident_link (incident, position, url)"
                        + " values (:incident, :position, :url) on conflict do nothing")
                .bind("incident", incident)
                .bind("position", position)
                .bind("url", link.toString())
                .execute());
    }

    /** Remembers more of what was told already: with the last that the same source said of the incident. */
    public void add(String incident, Source source, List<URI> links) {
        links.forEach(link -> handle.createUpdate("insert into incident_link (incident, position, url)"
                        + " select incident, max(position), :url from incident_event"
                        + " where incident = :incident and source = :source and not exists (select 1 from incident_link"
                        + " where incident = :incident and url = :url) group by incident on conflict do nothing")
                .bind("incident", incident)
                .bind("source", source.word())
                .bind("url", link.toString())
                .execute());
    }

    /**
     * Writes down what people are to be told, behind all that waits for the same channel: what happened is seen by several
     * sources, and the time that one of them states may lie before what another has told already.
     */
    public void add(StoredMessage message) {
        long created = Math.max(message.createdAt().toEpochMilli(), lastWaiting(message) + 1);
        handle.createUpdate(
                        "insert into message (id, incident, site, channel, alert, created_at, state, tries, next_at)"
                                + " values (:id, :incident, :site, :channel, :alert, :created, 'waiting', 0, :created)"
                                + " on conflict (id) do nothing")
                .bind("id", message.id())
                .bind("incident", message.incident().orElse(null))
                .bind("site", message.site())
                .bind("channel", message.channel())
                .bind("alert", message.alert())
                .bind("created", created)
                .execute();
    }

    /** In milliseconds since 1970; before that where nothing waits. */
    private long lastWaiting(StoredMessage message) {
        return handle.createQuery("select coalesce(max(created_at), -1) from message"
                        + " where state = 'waiting' and site = :site and channel = :channel")
                .bind("site", message.site())
                .bind("channel", message.channel())
                .mapTo(Long.class)
                .one();
    }
}
