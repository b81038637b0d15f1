package dev.smokerunner.status;

import dev.smokerunner.history.Releases;
import dev.smokerunner.history.Runners;
import dev.smokerunner.history.Runners.Runner;
import dev.smokerunner.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Writes rows into a history, as a monitor would have. */
class SampleRows {
    final Jdbi jdbi;

    SampleRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static final String ROUND = "insert into round (id, site, place, runner, started_at, duration_ms, verdict,"
            + " severity, reason, maintenance, pages, requests, document_ms, dom_content_loaded_ms, load_ms, ready_ms)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    void round(String id, String site, Instant at, String verdict, long documentMs) {
        Integer severity = verdict.equals("fail") ? 2 : null;
        String reason = verdict.equals("inconclusive") ? "the browser did not start" : null;
        jdbi.useHandle(handle -> handle.execute(
                ROUND,
                id,
                site,
                "",
                "runner-1",
                at.toEpochMilli(),
                2_100,
                verdict,
                severity,
                reason,
                0,
                1,
                27,
                documentMs,
                null,
                null,
                null));
        countHours();
    }

    void countHours() {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from round_hour");
            handle.execute("insert into round_hour (site, begins_at, passed, failed) select site,"
                    + " started_at - started_at % 3600000, sum(case when verdict = 'pass' then 1 else 0 end),"
                    + " sum(case when verdict = 'fail' then 1 else 0 end) from round"
                    + " group by site, started_at - started_at % 3600000");
        });
    }

    void finding(String round, String message, String hint) {
        finding(round, 1, message, hint);
    }

    void finding(String round, int position, String message) {
        finding(round, position, message, message);
    }

    void finding(String round, int position, String message, String hint) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into finding (round, position, fingerprint, kind, check_name, subject, impact, severity, message,"
                        + " place, hint) values (?, ?, 'f', 'asset-missing', 'asset-status', ?, 2, 2, ?, 'index.html:12:5', ?)",
                round,
                position,
                message,
                message,
                hint));
    }

    void state(String site, String state, Integer severity, Instant since, String round) {
        jdbi.useHandle(handle -> handle.execute(
                "update site set state = ?, severity = ?, since_at = ?, last_round = ? where id = ?",
                state,
                severity,
                since.toEpochMilli(),
                round,
                site));
    }

    void incident(String id, String site, String title, Instant since) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into incident (id, site, fingerprint, since_at, opened_at, severity, flapping, title, round)"
                        + " values (?, ?, ?, ?, ?, 2, 0, ?, ?)",
                id,
                site,
                id,
                since.toEpochMilli(),
                since.plusSeconds(60).toEpochMilli(),
                title,
                site + "@@9"));
    }

    void severity(String incident, int severity) {
        jdbi.useHandle(handle -> handle.execute("update incident set severity = ? where id = ?", severity, incident));
    }

    void over(String id, String site, String title, Instant since, Duration length) {
        incident(id, site, title, since);
        jdbi.useHandle(handle -> handle.execute(
                "update incident set resolved_at = ? where id = ?",
                since.plus(length).toEpochMilli(),
                id));
    }

    void step(String incident, int position, String kind, Duration ago, String detail) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into incident_event (incident, position, kind, happened_at, severity, detail, round)"
                        + " values (?, ?, ?, ?, 2, ?, ?)",
                incident,
                position,
                kind,
                StatusSamples.NOW.minus(ago).toEpochMilli(),
                detail,
                "signup/production@@" + ago.toMinutes()));
    }

    void evidence(String round, String kind, byte[] bytes) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into evidence (round, kind, bytes, size) values (?, ?, ?, ?)",
                round,
                kind,
                bytes,
                bytes.length));
    }

    void message(String id, String incident, String channel, String state, int tries, Duration ago, String trouble) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into message (id, incident, site, channel, alert, created_at, state, tries, tried_at, trouble)"
                        + " values (?, ?, 'signup/production', ?, '{}', ?, ?, ?, ?, ?)",
                id,
                incident,
                channel,
                StatusSamples.NOW.minus(ago).toEpochMilli(),
                state,
                tries,
                StatusSamples.NOW.minus(ago).plusSeconds(2).toEpochMilli(),
                trouble));
    }

    void runner(String id, String location, Instant seen) {
        new Runners(jdbi)
                .seen(
                        new Runner(id, location, "watch-" + location, StatusSamples.NOW.minus(Duration.ofDays(3))),
                        seen,
                        17_280,
                        Optional.empty());
    }

    void release(String name, String version, Instant at) {
        new Releases(jdbi).add(new Release(name, "production", version, at));
    }
}
