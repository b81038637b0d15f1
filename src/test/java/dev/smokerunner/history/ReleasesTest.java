package dev.smokerunner.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void areTakenOnceAndByWhoWatchesTheSite() throws HistoryException {
        try (HistoryDatabase database =
                HistoryDatabase.open(folder.resolve("history.db").toString())) {
            Releases releases = new Releases(database.jdbi());
            Release shop = new Release("shop", "production", "2.4", NOON);
            Release blog = new Release("blog", "production", "7", NOON.plus(Duration.ofMinutes(1)));
            releases.add(shop);
            releases.add(blog);

            assertThat(releases.takeUntold(Set.of("blog/production", "news/production"), blog.at()))
                    .containsExactly(blog);
            assertThat(releases.takeUntold(Set.of("shop/production", "blog/production"), blog.at()))
                    .containsExactly(shop);
            assertThat(releases.takeUntold(Set.of("shop/production", "blog/production"), blog.at()))
                    .isEmpty();
        }
    }
}
