package dev.smokerunner.history;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The releases of sites, as those who released them said. */
public final class Releases {
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

    /** The newest one of a site in a time; absent where there was none. */
    public Optional<Release> last(String name, String environment, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, released_at from release_mark"
                        + " where name = :name and environment = :environment and released_at >= :from"
                        + " and released_at <= :until order by released_at desc limit 1")
                .bind("name", name)
                .bind("environment", environment)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new Release(
                        name, environment, row.getString("version"), Instant.ofEpochMilli(row.getLong("released_at"))))
                .findOne());
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
