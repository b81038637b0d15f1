package dev.smokerunner.traffic.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.CountReader.Series;
import dev.smokerunner.history.reading.MinuteCount;
import dev.smokerunner.standin.Postgres;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.PageGroups;
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several monitors that follow one log and share a database: who reads what another has counted meanwhile writes nothing of it. */
class SharedLogsIT {
    private static final Instant NOW = Instant.parse("2026-11-29T12:30:00Z");
    private static final String LINE = "192.0.2.1 - - [29/Nov/2026:12:01:10 +0000] \"GET /signup/ HTTP/1.1\" 200 1\n";
    private static final int PARTS = 200;
    private static final int LINES_OF_A_PART = 50;

    @TempDir
    private Path folder;

    @Test
    void countTheirLinesOnce() throws Exception {
        try (Postgres postgres = Postgres.start();
                HistoryDatabase database = HistoryDatabase.forMonitor(postgres.url())) {
            AtomicBoolean isWritten = new AtomicBoolean();
            ExecutorService monitors = Executors.newFixedThreadPool(2);
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                looks.add(monitors.submit(() -> follow(postgres.url(), isWritten)));
            }

            for (int part = 0; part < PARTS; part++) {
                if (part == PARTS / 2) {
                    Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));
                }
                append("access.log", first(part) + LINE.repeat(LINES_OF_A_PART - 1));
            }
            isWritten.set(true);
            for (Future<?> look : looks) {
                look.get(2, TimeUnit.MINUTES);
            }
            monitors.shutdownNow();

            assertThat(new CountReader(database.jdbi())
                            .minutes(new Series("signup/production", "other", Measure.REQUESTS), Instant.EPOCH, NOW))
                    .extracting(MinuteCount::amount)
                    .containsExactly((long) PARTS * LINES_OF_A_PART);
            assertThat(new CountReader(database.jdbi())
                            .series("signup/production", EnumSet.of(Measure.REQUESTS), Instant.EPOCH))
                    .containsExactly(new Series("signup/production", "other", Measure.REQUESTS));
        }
    }

    /** Until all is written, and once more. */
    private Void follow(String url, AtomicBoolean isWritten) throws Exception {
        try (HistoryDatabase database = HistoryDatabase.forMonitor(url)) {
            LogWatch watch = new LogWatch(
                    database.jdbi(),
                    new CountBook(database.jdbi(), counts -> {}, problem -> {}),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    () -> false,
                    problem -> {
                        throw new AssertionError(problem);
                    });
            while (!isWritten.get()) {
                watch.look(sites());
            }
            watch.look(sites());
            watch.look(sites());
        }
        return null;
    }

    /** A log is known by its first line. */
    private static String first(int part) {
        return LINE.replace("192.0.2.1", "192.0.2." + part);
    }

    private List<CountedSite> sites() {
        return List.of(new CountedSite(
                "signup",
                "production",
                new TrafficSettings(false, List.of(folder + "/access*"), new PageGroups("", "/signup/", List.of()))));
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(
                folder.resolve(name),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }
}
