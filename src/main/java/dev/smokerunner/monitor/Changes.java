package dev.smokerunner.monitor;

import dev.smokerunner.history.Releases.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is known to have changed before something went wrong. */
final class Changes {
    /** A release that is older than a day is not what began to fail just now. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Handle handle;

    Changes(Handle handle) {
        this.handle = handle;
    }

    /**
     * In words, the newest first.
     *
     * @param since when it went wrong
     */
    List<String> before(WatchedSite site, Instant since) {
        return release(site, since).stream()
                .map(release -> String.format(
                        Locale.ROOT,
                        "release %s at %s, %s before the first bad round",
                        release.version(),
                        release.at(),
                        words(Duration.between(release.at(), since))))
                .toList();
    }

    private Optional<Release> release(WatchedSite site, Instant since) {
        return handle.createQuery("select version, released_at from release_mark where name = :name"
                        + " and environment = :environment and released_at between :from and :until"
                        + " order by released_at desc limit 1")
                .bind("name", site.plan().subject().name())
                .bind("environment", site.plan().subject().environment())
                .bind("from", lastGood(site, since).minus(site.schedule().every()).toEpochMilli())
                .bind("until", since.toEpochMilli())
                .map((row, context) -> new Release(
                        site.plan().subject().name(),
                        site.plan().subject().environment(),
                        row.getString("version"),
                        Instant.ofEpochMilli(row.getLong("released_at"))))
                .findOne();
    }

    private Instant lastGood(WatchedSite site, Instant since) {
        return handle.createQuery("select max(started_at) from round where site = :site and verdict = 'pass'"
                        + " and started_at < :since and started_at > :oldest")
                .bind("site", site.id())
                .bind("since", since.toEpochMilli())
                .bind("oldest", since.minus(LONGEST).toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(since.minus(LONGEST));
    }

    private static String words(Duration duration) {
        return duration.toMinutes() < 2 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }
}
