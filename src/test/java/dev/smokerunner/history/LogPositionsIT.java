package dev.smokerunner.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far logs are counted, in both databases. */
class LogPositionsIT {
    private static final Instant NOW = Instant.parse("2026-11-29T12:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void areKeptInAFile() throws Exception {
        try (HistoryDatabase database =
                HistoryDatabase.forMonitor(folder.resolve("history.db").toString())) {
            keeps(database);
        }
    }

    @Test
    void areKeptInPostgres() throws Exception {
        try (Postgres postgres = Postgres.start();
                HistoryDatabase database = HistoryDatabase.forMonitor(postgres.url())) {
            keeps(database);
        }
    }

    private static void keeps(HistoryDatabase database) {
        LogPositions positions = new LogPositions(database.jdbi());
        assertThat(positions.of("log")).isEmpty();

        assertThat(advance(database, 0, 100)).as("the first reading").isTrue();
        assertThat(advance(database, 100, 250)).as("the next one").isTrue();
        assertThat(advance(database, 100, 300))
                .as("of somebody who read from where another one has gone on")
                .isFalse();

        assertThat(positions.of("log")).contains(at(250));
        assertThat(positions.all()).containsExactly(at(250));
        database.jdbi()
                .useTransaction(handle -> LogPositions.forget(handle, NOW.plusSeconds(60), Duration.ofMinutes(2)));
        assertThat(positions.all()).hasSize(1);
        database.jdbi()
                .useTransaction(handle -> LogPositions.forget(handle, NOW.plusSeconds(180), Duration.ofMinutes(2)));
        assertThat(positions.all()).isEmpty();
    }

    private static boolean advance(HistoryDatabase database, long before, long now) {
        return database.jdbi().inTransaction(handle -> LogPositions.advance(handle, before, at(now), NOW));
    }

    private static LogPosition at(long position) {
        return new LogPosition("log", "/var/log/access.log", position, NOW, position);
    }
}
