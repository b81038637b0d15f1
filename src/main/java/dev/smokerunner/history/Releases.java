package dev.smokerunner.history;

import dev.smokerunner.release.Release;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** The releases of sites, as those who released them said. */
public final class Releases {
    /** A release that is older is not what began to fail just now, also where nobody looked since. */
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Caches show the page before it, which is good, for minutes up to an hour. */
    private static final Duration LONGEST_CACHED = Duration.ofHours(1);

    private static final String SELECT = "select name, environment, version, released_at from release_mark ";

    private final Jdbi jdbi;

    /** Those of a database. */
    public Releases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes note of one; the same one twice is one. */
    public void add(Release release) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into release_mark (id, name, environment, version,"
                        + " released_at) values (:id, :name, :environment, :version, :at) on conflict (id) do nothing")
                .bind("id", id(release))
                .bind("name", release.name())
                .bind("environment", release.environment())
                .bind("version", release.version())
                .bind("at", release.at().toEpochMilli())
                .execute());
    }

    /** Those of a site from one moment to another, both included, the oldest first. */
    public List<Release> between(String name, String environment, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where name = :name and environment = :environment"
                        + " and released_at >= :from and released_at <= :until order by released_at")
                .bind("name", name)
                .bind("environment", environment)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> release(row))
                .list());
    }

    /**
     * Releases that metrics stores were not told of, the oldest first; who takes them tells them, and no other runner does.
     *
     * @param sites the ids of those that the runner tells of; others' are left to who does
     * @param now what is older than a day is not told any more
     */
    public List<Release> takeUntold(Set<String> sites, Instant now) {
        return jdbi.inTransaction(handle -> take(
                handle,
                "told_at",
                now,
                handle.createQuery(SELECT + "where name || '/' || environment in (<sites>) and told_at is null"
                                + " and released_at >= :from order by released_at")
                        .bindList(EmptyHandling.NULL_KEYWORD, "sites", List.copyOf(sites))));
    }

    /**
     * Releases of a site that people's channels were not told of, the oldest first; who takes them in a transaction writes down
     * what they are told, and no other runner does.
     *
     * @param handle asks within a transaction
     * @param now what is older than a day is not told any more
     */
    public static List<Release> takeUnsent(Handle handle, SiteRecord site, Instant now) {
        return take(
                handle,
                "sent_at",
                now,
                handle.createQuery(SELECT + "where name = :name and environment = :environment"
                                + " and sent_at is null and released_at >= :from order by released_at")
                        .bind("name", site.name())
                        .bind("environment", site.environment()));
    }

    /**
     * Marks those that are found as taken.
     *
     * @param mark the column that says when it was taken; null until then
     * @return those that nobody else took meanwhile
     */
    private static List<Release> take(Handle handle, String mark, Instant now, Query query) {
        return query.bind("from", now.minus(LONGEST).toEpochMilli()).map((row, context) -> release(row)).list().stream()
                .filter(release -> handle.createUpdate("update release_mark set " + mark + " = :now where id = :id and "
                                        + mark + " is null")
                                .bind("now", now.toEpochMilli())
                                .bind("id", id(release))
                                .execute()
                        == 1)
                .toList();
    }

    /** Whether there may be any that people's channels were not told of. */
    public boolean hasUnsent(Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from release_mark where sent_at is null and released_at >= :from")
                                .bind("from", now.minus(LONGEST).toEpochMilli())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /**
     * The last release that may have to do with what went wrong: it went live in the hour before, or after the site's last good
     * round. Who releases often says so only when the upload is over, and the first bad round was before that.
     *
     * @param handle asks within a transaction
     * @param site the site
     * @param since when the first round saw it
     * @param now when people are told
     * @return the release; absent where there was none
     */
    public static Optional<Release> lately(Handle handle, SiteRecord site, Instant since, Instant now) {
        Instant oldest = since.minus(LONGEST);
        long lastGood = handle.createQuery("select max(started_at) from round where site = :site and verdict = 'pass'"
                        + " and started_at < :since and started_at > :oldest")
                .bind("site", site.id())
                .bind("since", since.toEpochMilli())
                .bind("oldest", oldest.toEpochMilli())
                .map((row, context) -> Optional.ofNullable((Number) row.getObject(1)))
                .one()
                .map(Number::longValue)
                .orElse(oldest.toEpochMilli());
        return handle.createQuery(SELECT + "where name = :name and environment = :environment"
                        + " and released_at >= :from and released_at <= :now order by released_at desc limit 1")
                .bind("name", site.name())
                .bind("environment", site.environment())
                .bind("from", Math.min(lastGood, since.minus(LONGEST_CACHED).toEpochMilli()))
                .bind("now", now.toEpochMilli())
                .map((row, context) -> release(row))
                .findOne();
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getString("name"),
                row.getString("environment"),
                row.getString("version"),
                Instant.ofEpochMilli(row.getLong("released_at")));
    }

    /** What a release is known by: a site is released once at a time. */
    private static String id(Release release) {
        return release.site() + "@" + release.at().toEpochMilli();
    }
}
