package dev.smokerunner.history.reading;

import dev.smokerunner.result.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The rounds of a history. */
public final class RoundReader {
    private static final String COUNTS =
            " sum(case when verdict = 'pass' and maintenance = 0 then 1 else 0 end) as passed,"
                    + " sum(case when verdict = 'fail' and maintenance = 0 then 1 else 0 end) as failed,"
                    + " sum(case when verdict = 'inconclusive' and maintenance = 0 then 1 else 0 end) as inconclusive";

    private static final String ROUNDS =
            "select id, started_at, duration_ms, verdict, severity as round_severity, reason, place, maintenance,"
                    + " document_ms, dom_content_loaded_ms, load_ms, ready_ms from round";

    private final Jdbi jdbi;

    /** Those of a database. */
    public RoundReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The rounds from one moment to another, put together.
     *
     * @param length how long each slot is
     * @return the slots in which there were rounds, in order, by the id of the site
     */
    public Map<String, List<Slot>> slots(Instant from, Instant until, Duration length) {
        return slots("", "", from, until, length);
    }

    /** The same of one site. */
    public List<Slot> slots(String site, Instant from, Instant until, Duration length) {
        return slots(" and site = :site", site, from, until, length).getOrDefault(site, List.of());
    }

    private Map<String, List<Slot>> slots(String which, String site, Instant from, Instant until, Duration length) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select site, (started_at - :from) / :length as slot," + COUNTS
                        + ", avg(document_ms) as document_ms, avg(dom_content_loaded_ms) as dom_content_loaded_ms,"
                        + " avg(load_ms) as load_ms, avg(ready_ms) as ready_ms from round"
                        + " where started_at >= :from and started_at < :until" + which
                        + " group by site, slot order by site, slot")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("length", length.toMillis())
                .bind("site", site)
                .map((row, context) -> Map.entry(row.getString("site"), slot(new Row(row), from, length)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static Slot slot(Row row, Instant from, Duration length) throws SQLException {
        return new Slot(
                from.plus(length.multipliedBy(row.large("slot"))),
                row.number("passed"),
                row.number("failed"),
                row.number("inconclusive"),
                row.phases());
    }

    /** How many rounds passed and failed from one moment to another, by the id of the site. */
    public Map<String, Counts> counts(Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("select site," + COUNTS
                        + " from round where started_at >= :from and started_at < :until group by site")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) ->
                        Map.entry(row.getString("site"), new Counts(row.getInt("passed"), row.getInt("failed"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The same, as it was counted by the hour, which is quick for any number of rounds.
     *
     * @param from the begin of an hour
     * @param until the begin of an hour
     */
    public Map<String, Counts> hours(Instant from, Instant until) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select site, sum(passed) as passed, sum(failed) as failed from round_hour"
                                + " where begins_at >= :from and begins_at < :until group by site")
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .map((row, context) -> Map.entry(
                                row.getString("site"), new Counts(row.getInt("passed"), row.getInt("failed"))))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the last round of each watched site asked for and found, by the id of the site. */
    public Map<String, RoundLoad> lastLoads() {
        return jdbi.withHandle(handle -> handle.createQuery("select s.id, r.requests, r.bytes,"
                        + " (select count(*) from finding f where f.round = r.id) as findings"
                        + " from site s join round r on r.id = s.last_round where s.watched = 1")
                .map((row, context) -> Map.entry(row.getString("id"), load(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RoundLoad load(ResultSet row) throws SQLException {
        long bytes = row.getLong("bytes");
        return new RoundLoad(
                row.getInt("requests"),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bytes),
                row.getInt("findings"));
    }

    /** The last rounds of a site, the newest first. */
    public List<RoundSummary> last(String site, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ROUNDS + " where site = :site order by started_at desc limit :most")
                        .bind("site", site)
                        .bind("most", most)
                        .map((row, context) -> new Row(row).round(row.getString("id")))
                        .list());
    }

    /** The last round of a site with a verdict, that began before a moment; absent where there was none. */
    public Optional<RoundSummary> lastBefore(String site, Verdict verdict, Instant moment) {
        return one(site, verdict, moment, "started_at < :moment order by started_at desc");
    }

    /** The first round of a site with a verdict, that began at a moment or after it; absent where there was none. */
    public Optional<RoundSummary> firstFrom(String site, Verdict verdict, Instant moment) {
        return one(site, verdict, moment, "started_at >= :moment order by started_at");
    }

    private Optional<RoundSummary> one(String site, Verdict verdict, Instant moment, String which) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        ROUNDS + " where site = :site and verdict = :verdict" + " and " + which + " limit 1")
                .bind("site", site)
                .bind("verdict", verdict.name().toLowerCase(Locale.ROOT))
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> new Row(row).round(row.getString("id")))
                .findOne());
    }

    /** What a round found, the worst first. */
    public List<SeenFinding> findings(String round, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select check_name, kind, severity, subject, message, place, hint"
                                + " from finding where round = :round order by position limit :most")
                        .bind("round", round)
                        .bind("most", most)
                        .map((row, context) -> finding(new Row(row)))
                        .list());
    }

    private static SeenFinding finding(Row row) throws SQLException {
        return new SeenFinding(
                row.text("check_name"),
                row.text("kind"),
                row.severity("severity").orElseThrow(),
                row.text("subject"),
                row.text("message"),
                row.optional("place"),
                row.optional("hint"));
    }

    /** The newest round of a site of which such a piece of evidence is kept; absent where there is none. */
    public Optional<KeptRound> lastWith(String site, String kind) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select r.id, r.started_at, r.verdict from round r join evidence e"
                                + " on e.round = r.id where r.site = :site and e.kind = :kind order by r.started_at desc limit 1")
                .bind("site", site)
                .bind("kind", kind)
                .map((row, context) -> new KeptRound(
                        row.getString("id"), new Row(row).time("started_at"), new Row(row).verdict("verdict")))
                .findOne());
    }

    /** A piece of evidence of a round; absent where it is not kept. */
    public Optional<byte[]> evidence(String round, String kind) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select bytes from evidence where round = :round and kind = :kind")
                        .bind("round", round)
                        .bind("kind", kind)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /**
     * Rounds that say how a site is.
     *
     * @param passed found nothing wrong
     * @param failed found something
     */
    public record Counts(int passed, int failed) {
        /** No rounds. */
        public static final Counts NONE = new Counts(0, 0);

        /** These and those. */
        public Counts and(Counts others) {
            return new Counts(passed + others.passed, failed + others.failed);
        }
    }

    /**
     * A round of which something is kept.
     *
     * @param id its id
     * @param startedAt when it began
     * @param verdict what it said of the site
     */
    public record KeptRound(String id, Instant startedAt, Verdict verdict) {}
}
