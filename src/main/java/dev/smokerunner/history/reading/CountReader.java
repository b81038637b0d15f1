package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** What visitors did, by the minute. A minute that is missing in an answer was not counted; one with 0 was, and nobody came. */
public final class CountReader {
    private final Jdbi jdbi;

    /** That of a database. */
    public CountReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is counted.
     *
     * @param site a site's id
     * @param group the name of a group of pages; empty for what belongs to none
     * @param measure what is counted
     */
    public record Series(String site, String group, Measure measure) {
        /** Rejects null. */
        public Series {
            requireNonNull(site);
            requireNonNull(group);
            requireNonNull(measure);
        }
    }

    /** Which of these measures are counted of a site, in order of measure and group. */
    public List<Series> series(String site, Set<Measure> measures) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct measure, page_group from traffic"
                        + " where site = :site and measure in (<measures>) order by measure, page_group")
                .bind("site", site)
                .bindList("measures", measures.stream().map(Measure::word).toList())
                .map((row, context) -> series(site, row))
                .list());
    }

    /**
     * Which of these were counted since a moment. The rows of all sites since then are few; those of the site itself may be millions,
     * and yet a database that has to choose takes them.
     */
    public List<Series> series(String site, Set<Measure> measures, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("with lately as materialized (select site, measure,"
                        + " page_group from traffic where minute_at >= :since) select distinct measure, page_group from lately"
                        + " where site = :site and measure in (<measures>) order by measure, page_group")
                .bind("site", site)
                .bind("since", since.toEpochMilli())
                .bindList("measures", measures.stream().map(Measure::word).toList())
                .map((row, context) -> series(site, row))
                .list());
    }

    private static Series series(String site, ResultSet row) throws SQLException {
        return new Series(
                site,
                row.getString("page_group"),
                Measure.of(row.getString("measure")).orElseThrow());
    }

    /** One series from one moment to another, in order. */
    public List<MinuteCount> minutes(Series series, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("select minute_at, amount from traffic where site = :site"
                        + " and page_group = :group and measure = :measure and minute_at >= :from and minute_at < :until"
                        + " order by minute_at")
                .bind("site", series.site())
                .bind("group", series.group())
                .bind("measure", series.measure().word())
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) ->
                        new MinuteCount(Instant.ofEpochMilli(row.getLong("minute_at")), row.getLong("amount")))
                .list());
    }

    /** All that is known of all sites in the minutes of some counts. */
    public Map<CountKey, Long> minutesOf(Collection<CountKey> changed) {
        Set<Instant> minutes = new TreeSet<>();
        changed.forEach(key -> minutes.add(key.minute()));
        Map<CountKey, Long> totals = new LinkedHashMap<>();
        // One by one: between a late line and now there may be a month.
        minutes.forEach(minute -> totals.putAll(all(minute, minute.plusSeconds(1))));
        return totals;
    }

    /** All that is known of all sites from one moment to another. */
    public Map<CountKey, Long> all(Instant from, Instant until) {
        Map<CountKey, Long> counts = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select site, page_group, measure, minute_at, amount from traffic"
                                + " where minute_at >= :from and minute_at < :until order by site, page_group, measure, minute_at")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> Map.entry(
                        new CountKey(
                                row.getString("site"),
                                row.getString("page_group"),
                                Measure.of(row.getString("measure")).orElseThrow(),
                                Instant.ofEpochMilli(row.getLong("minute_at"))),
                        row.getLong("amount")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }
}
