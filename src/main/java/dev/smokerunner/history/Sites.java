package dev.smokerunner.history;

import dev.smokerunner.incident.IncidentBook;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The sites that a history knows. */
public final class Sites {
    private final Jdbi jdbi;

    /** Those of a database. */
    public Sites(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes note of what is watched now; what is remembered of a site that was known stays. */
    public void watch(Collection<SiteRecord> sites) {
        jdbi.useTransaction(handle -> sites.forEach(site -> watch(handle, site)));
    }

    private static void watch(Handle handle, SiteRecord site) {
        handle.createUpdate("insert into site (id, name, environment, target, owner, runbook, every_ms, watched, book,"
                        + " state, since_at) values (:id, :name, :environment, :target, :owner, :runbook, :every, 1,"
                        + " '', 'unknown', 0) on conflict (id) do update set target = excluded.target,"
                        + " owner = excluded.owner, runbook = excluded.runbook, every_ms = excluded.every_ms,"
                        + " watched = 1")
                .bind("id", site.id())
                .bind("name", site.name())
                .bind("environment", site.environment())
                .bind("target", site.target())
                .bind("owner", site.owner().orElse(null))
                .bind("runbook", site.runbook().orElse(null))
                .bind("every", site.every().toMillis())
                .execute();
    }

    /** What is remembered of a site's incidents, to be read only; an empty book where the site is not known. */
    public IncidentBook book(String site) {
        return jdbi.withHandle(handle -> handle.createQuery("select book from site where id = :site")
                .bind("site", site)
                .map((row, context) -> BookFormat.read(row.getString("book")))
                .findOne()
                .orElse(IncidentBook.EMPTY));
    }

    /** Whether anybody watches a site. */
    public boolean isWatched(String site) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from site where id = :site and watched = 1")
                                .bind("site", site)
                                .mapTo(Integer.class)
                                .one()
                        == 1);
    }

    /** Takes note that sites are watched, where somebody else said that they are not. */
    public void stillWatched(Collection<String> sites) {
        if (!sites.isEmpty()) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("update site set watched = 1 where watched = 0 and id in (<sites>)")
                            .bindList("sites", List.copyOf(sites))
                            .execute());
        }
    }

    /** Takes note that nobody watches a site any more; what is remembered of it stays for its time. */
    public void leave(String site) {
        jdbi.useHandle(handle -> handle.createUpdate("update site set watched = 0 where id = :site")
                .bind("site", site)
                .execute());
    }
}
