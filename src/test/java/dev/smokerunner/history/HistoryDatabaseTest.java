package dev.smokerunner.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryDatabaseTest {
    private static final SiteRecord SHOP = new SiteRecord(
            "shop", "production", "https://shop.test/", Optional.empty(), Optional.empty(), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private String file() {
        return folder.resolve("deep/history.db").toString();
    }

    private static int sites(HistoryDatabase database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from site")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void makesItsFolderAndRemembersWhatItWasTold() throws HistoryException {
        try (HistoryDatabase database = HistoryDatabase.forMonitor(file())) {
            new Sites(database.jdbi()).watch(List.of(SHOP, SHOP));
        }
        try (HistoryDatabase database = HistoryDatabase.open("jdbc:sqlite:" + file())) {
            assertThat(sites(database)).isEqualTo(1);
            assertThat(database.isShared()).isFalse();
        }
    }

    @Test
    void hasOneMonitorAndAnyNumberOfReaders() throws HistoryException {
        try (HistoryDatabase monitor = HistoryDatabase.forMonitor(file());
                HistoryDatabase reader = HistoryDatabase.open(file())) {
            assertThat(sites(monitor)).isEqualTo(sites(reader));
            assertThatThrownBy(() -> HistoryDatabase.forMonitor(file()))
                    .isInstanceOf(HistoryException.class)
                    .hasMessage(
                            file() + ": another monitor works on it; end that one, or name another file with --data");
        }
        try (HistoryDatabase next = HistoryDatabase.forMonitor("jdbc:sqlite:" + file())) {
            assertThat(sites(next)).isZero();
            assertThatThrownBy(() -> HistoryDatabase.forMonitor(file()))
                    .hasMessageContaining("another monitor works on it");
            assertThatThrownBy(() -> HistoryDatabase.forMonitor("jdbc:sqlite:" + file()))
                    .hasMessageContaining("another monitor works on it");
        }
    }

    @Test
    void saysWhatIsNoHistory() throws IOException {
        Path text =
                Files.writeString(folder.resolve("notes.txt"), "milk, bread, and a text that is no database at all");
        assertThatThrownBy(() -> HistoryDatabase.open(text.toString()))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith(text + ": ");
        assertThatThrownBy(() -> HistoryDatabase.open(folder.toString()))
                .hasMessage(folder + ": expected a file for the history, found a folder; name a file in it");
        assertThatThrownBy(() -> HistoryDatabase.open("jdbc:mysql://user:pass@db/x?password=secret"))
                .hasMessage("expected a file, jdbc:postgresql://HOST/DATABASE or jdbc:sqlite:FILE, got"
                        + " jdbc:mysql://***@db/x?password=***");
    }

    @Test
    void neverShowsThePasswordOfADatabaseThatDoesNotAnswer() {
        assertThatThrownBy(() ->
                        HistoryDatabase.open("jdbc:postgresql://127.0.0.1:9/x?user=me&password=hush&connectTimeout=1"))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:9/x?user=***&password=***")
                .hasMessageNotContaining("hush");
    }

    @Test
    void leavesNoNativeCodeBehindNotEvenThatOfProcessesThatWereKilled() throws IOException, HistoryException {
        Path unpacked = Files.createDirectories(Path.of(file() + ".native"));
        Path killed = Files.createDirectories(unpacked.resolve("killed"));
        Files.writeString(killed.resolve("sqlite-old.so"), "old");
        Files.writeString(unpacked.resolve("sqlite-older.so"), "older");
        for (Path left : List.of(killed, unpacked.resolve("sqlite-older.so"))) {
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        Path loading = Files.createDirectories(unpacked.resolve("loading at the moment"));

        try (HistoryDatabase database = HistoryDatabase.open(file());
                Stream<Path> files = Files.list(unpacked)) {
            assertThat(files).containsExactly(loading);
            assertThat(sites(database)).isZero();
        }
    }

    @Test
    void forgetsWhatIsOldAndKeepsWhatIsYoung() throws HistoryException {
        Instant now = Instant.parse("2026-03-04T10:00:00Z");
        try (HistoryDatabase database = HistoryDatabase.open(file())) {
            new Sites(database.jdbi()).watch(List.of(SHOP));
            addRound(database, "old", now.minus(Duration.ofDays(36)), 0);
            addRound(database, "old with a report", now.minus(Duration.ofDays(36)), 10);
            addRound(database, "young", now.minus(Duration.ofDays(34)), 0);
            addRound(database, "young with a report", now.minus(Duration.ofDays(1)), 10);

            new Retention(Duration.ofDays(35), Duration.ofDays(400), 15).apply(database.jdbi(), now);

            assertThat(texts(database, "select id from round order by id"))
                    .containsExactly("old with a report", "young", "young with a report");
            assertThat(texts(database, "select round from evidence")).containsExactly("young with a report");
        }
    }

    private static List<String> texts(HistoryDatabase database, String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static void addRound(HistoryDatabase database, String id, Instant at, int evidence) {
        database.jdbi().useHandle(handle -> {
            handle.createUpdate(
                            "insert into round (id, site, place, runner, started_at, duration_ms, verdict, maintenance,"
                                    + " pages, requests) values (:id, 'shop/production', '', 'me', :at, 1, 'pass', 0, 1, 1)")
                    .bind("id", id)
                    .bind("at", at.toEpochMilli())
                    .execute();
            if (evidence > 0) {
                handle.createUpdate(
                                "insert into evidence (round, kind, bytes, size) values (:id, 'result.json', x'00', :size)")
                        .bind("id", id)
                        .bind("size", evidence)
                        .execute();
            }
        });
    }
}
