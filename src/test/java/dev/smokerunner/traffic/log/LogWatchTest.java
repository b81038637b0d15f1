package dev.smokerunner.traffic.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.CountReader.Series;
import dev.smokerunner.history.reading.MinuteCount;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.PageGroup;
import dev.smokerunner.traffic.PageGroups;
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files and a real history: whatever happens to a log, each line is counted once. */
class LogWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:30:00Z");
    private static final String BEGIN = "192.0.2.1 - - [29/Nov/2026:12:";

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private HistoryDatabase database;
    private LogWatch watch;
    private Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.open(folder.resolve("data/history.db").toString());
        restart();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** As after the monitor was killed: nothing is known but what is in the history. */
    private void restart() {
        watch = new LogWatch(
                database.jdbi(),
                new CountBook(database.jdbi(), counts -> {}, problems::add),
                clock,
                () -> false,
                problems::add);
    }

    private void look(String logs) {
        watch.look(List.of(new CountedSite(
                "signup",
                "production",
                new TrafficSettings(
                        false,
                        List.of(folder + "/" + logs),
                        new PageGroups(
                                "", "/signup/", List.of(new PageGroup("api", List.of(Pattern.compile("/api/.*")))))))));
    }

    private static String line(int minute, String path, int status) {
        return BEGIN + String.format("%02d", minute) + ":10 +0000] \"GET " + path + " HTTP/1.1\" " + status + " 1\n";
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(
                folder.resolve(name),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    private void pack(String from, String to) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(to)))) {
            out.write(Files.readAllBytes(folder.resolve(from)));
        }
        Files.delete(folder.resolve(from));
    }

    private List<Long> counted(String group, Measure measure) {
        return new CountReader(database.jdbi())
                .minutes(new Series("signup/production", group, measure), Instant.EPOCH, now).stream()
                        .map(MinuteCount::amount)
                        .toList();
    }

    @Test
    void countsByMinuteAndGroupWithZeroWhereNobodyCame() throws IOException {
        append(
                "access.log",
                line(1, "/signup/", 200)
                        + line(1, "/signup/x.js", 404)
                        + line(1, "/shop/", 200)
                        + line(2, "/api/x", 503));

        look("access.log");

        assertThat(counted("other", Measure.REQUESTS)).containsExactly(2L, 0L);
        assertThat(counted("other", Measure.FAILED_REQUESTS)).containsExactly(1L, 0L);
        assertThat(counted("api", Measure.REQUESTS)).containsExactly(0L, 1L);
        assertThat(counted("api", Measure.FAILED_REQUESTS)).containsExactly(0L, 1L);
        assertThat(watch.summary()).isEqualTo(new LogSummary(4, 3, 1, 0, 0, 0));
    }

    @Test
    void countsEachLineOnceWhateverHappensToTheLog() throws IOException {
        append("access.log", line(1, "/signup/1", 200) + line(1, "/signup/2", 200) + "192.0.2.1 - - [29/No");
        look("access*");
        look("access*");
        append("access.log", "v/2026:12:01:40 +0000] \"GET /signup/3 HTTP/1.1\" 200 1\n");
        restart();
        look("access*");
        append("access.log", line(1, "/signup/4", 200));
        Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));
        append("access.log", line(1, "/signup/5", 200));
        look("access*");
        restart();
        pack("access.log.1", "access.log.2.gz");
        Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));
        look("access*");
        restart();
        look("access*");

        assertThat(counted("other", Measure.REQUESTS)).containsExactly(5L);
        assertThat(problems).isEmpty();
    }

    @Test
    void goesOnAfterALogThatIsBroken() throws IOException {
        append("a.log", (line(3, "/signup/", 200)).repeat(20_000));
        pack("a.log", "a.log.gz");
        byte[] whole = Files.readAllBytes(folder.resolve("a.log.gz"));
        byte[] broken = whole.clone();
        for (int i = whole.length / 2; i < whole.length / 2 + 40; i++) {
            broken[i] = (byte) 0xff;
        }
        Files.write(folder.resolve("a.log.gz"), broken);
        Files.write(folder.resolve("b.gz"), "no gzip at all".getBytes(StandardCharsets.UTF_8));
        append("c.log", line(4, "/signup/", 200) + "milk and bread\n" + "\u0000\u0001\n" + line(4, "/signup/", 200));

        look("*");
        look("*");

        assertThat(counted("other", Measure.REQUESTS)).hasSizeBetween(1, 2).endsWith(2L);
        assertThat(problems)
                .hasSize(3)
                .anyMatch(text -> text.contains("a.log.gz: this access log cannot be read on"))
                .anyMatch(text -> text.contains("b.gz: this access log cannot be read on"))
                .anyMatch(text -> text.startsWith("access logs: 2 of "));
    }

    @Test
    void doesNotCountWhatIsTooOldToBeKeptNorItsOwnVisits() throws IOException {
        append(
                "access.log",
                "192.0.2.1 - - [29/Nov/2025:12:00:10 +0000] \"GET /signup/ HTTP/1.1\" 200 1\n"
                        + "192.0.2.1 - - [29/Nov/2026:12:00:10 +0000] \"GET /signup/ HTTP/1.1\" 200 1 \"-\""
                        + " \"Mozilla/5.0 HeadlessChrome/156.0\"\n");

        look("access.log");

        assertThat(watch.summary()).isEqualTo(new LogSummary(2, 0, 0, 1, 0, 1));
        assertThat(counted("other", Measure.REQUESTS)).isEmpty();
    }

    @Test
    void countsZeroInEachMinuteOfALongLook() throws IOException {
        append("access.log", line(29, "/signup/", 200));
        look("access.log");
        now = NOW.plus(Duration.ofMinutes(3));
        look("access.log");

        assertThat(counted("other", Measure.REQUESTS)).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void saysOnceWhereItFindsNoLog() throws IOException {
        look("acces.log");
        look("acces.log");
        append("other.log", line(29, "/signup/", 200));
        look("other.log");
        Files.move(folder.resolve("other.log"), folder.resolve("being renamed"));
        look("other.log");

        assertThat(problems)
                .containsExactly(
                        folder + "/acces.log: expected access logs, found none; it is looked for again and again");
    }
}
