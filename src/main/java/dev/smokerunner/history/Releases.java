package dev.smokerunner.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The releases of sites, as those who released them said. */
public final class Releases {
    /** A release that is older is not what began to fail just now. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Jdbi jdbi;

    /** Those of a database. */
    public Releases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes note of one; the same one twice is one. */
    public void add(Release release) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into release_mark (id, name, environment, version,"
                        + " released_at) values (:id, :name, :environment, :version, :at) on conflict (id) do nothing")
                .bind(
                        "id",
                        release.name() + "/" + release.environment() + "@"
                                + release.at().toEpochMilli())
                .bind("name", release.name())
                .bind("environment", release.environment())
                .bind("version", release.version())
                .bind("at", release.at().toEpochMilli())
                .execute());
    }

    /**
     * The release that went live between a site's last good round and a moment; absent where there was none.
     *
     * @param handle asks within a transaction
     * @param site the site
     * @param until the moment, when something went wrong
     */
    public static Optional<Release> sinceLastGood(Handle handle, SiteRecord site, Instant until) {
        Instant oldest = until.minus(LONGEST);
        long lastGood = handle.createQuery("select max(started_at) from round where site = :site and verdict = 'pass'"
                        + " and started_at < :until and started_at > :oldest")
                .bind("site", site.id())
                .bind("until", until.toEpochMilli())
                .bind("oldest", oldest.toEpochMilli())
                .map((row, context) -> Optional.ofNullable((Number) row.getObject(1)))
                .one()
                .map(Number::longValue)
                .orElse(oldest.toEpochMilli());
        return handle.createQuery("select version, released_at from release_mark where name = :name"
                        + " and environment = :environment and released_at >= :from and released_at <= :until"
                        + " order by released_at desc limit 1")
                .bind("name", site.name())
                .bind("environment", site.environment())
                // A release is told of when its upload is over, and may have been looked at before.
                .bind("from", lastGood - site.every().toMillis())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new Release(
                        site.name(),
                        site.environment(),
                        row.getString("version"),
                        Instant.ofEpochMilli(row.getLong("released_at"))))
                .findOne();
    }

    /**
     * A release.
     *
     * @param name the config's name
     * @param environment where it was released
     * @param version what people call it
     * @param at when
     */
    public record Release(String name, String environment, String version, Instant at) {}
}
