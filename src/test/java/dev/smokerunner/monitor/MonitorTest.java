package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Runners;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.Turn;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schedule, with a real database in a file, and rounds that only say what they were asked. */
class MonitorTest {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final ScriptedSite results = new ScriptedSite();

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path config(String name, String extra) throws IOException {
        Files.createDirectories(folder.resolve("configs"));
        return Files.writeString(
                folder.resolve("configs/" + name + ".yaml"),
                "name: " + name + "\nenvironments:\n  production: {url: \"http://" + name
                        + ".test/\", audience: customers}\nmonitor: {every: 1s}\n" + extra);
    }

    private Monitor started(Function<SmokePlan, SmokeResult> look) {
        WatchedConfigs configs = new WatchedConfigs(
                List.of(folder.resolve("configs")),
                Optional.empty(),
                "",
                new RunOptions(BrowserOverride.NONE, Severity.SEV3, Duration.ofMinutes(1)),
                name -> Optional.empty());
        MonitorOptions options = new MonitorOptions(
                "", "test", 2, Duration.ofMillis(200), Optional.empty(), RetryPolicy.USUAL, new Saying());
        RoundRunner rounds =
                new RoundRunner(look, new NetworkCheck(List.of(), List::of), new Saying(), System::nanoTime);
        Monitor monitor =
                new Monitor(database, configs, rounds, options, new DatabaseClock(database, Clock.systemUTC()));
        monitor.start(configs.read());
        return monitor;
    }

    private void awaitSaid(String text) throws InterruptedException {
        String next = "";
        while (!next.contains(text)) {
            next = Optional.ofNullable(said.poll(30, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("never said: " + text));
        }
    }

    @Test
    void looksAtEachSiteAgainAndAgain() throws Exception {
        config("shop", "");
        config("blog", "");
        try (Monitor monitor = started(results::look)) {
            awaitSaid("shop");
            awaitSaid("blog");
            awaitSaid("shop");
            assertThat(monitor.finishedRounds()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void takesUpConfigsThatComeAndChangeAndKeepsABrokenOneAsItWas() throws Exception {
        config("shop", "");
        try (Monitor monitor = started(results::look)) {
            awaitSaid("shop/production");
            config("blog", "");
            awaitSaid("2 sites are watched now");
            awaitSaid("blog/production");
            config("shop", "pagez: []\n");
            awaitSaid("pagez");
            said.clear();
            awaitSaid("shop/production");
            Files.delete(folder.resolve("configs/blog.yaml"));
            awaitSaid("1 site is watched now");
            assertThat(monitor.finishedRounds()).isPositive();
        }
    }

    @Test
    void doesNotRecordARoundThatItsEndBreaksOff() {
        RoundRunner rounds =
                new RoundRunner(results::look, new NetworkCheck(List.of(), List::of), new Saying(), System::nanoTime);
        results.unknown("the browser is gone");
        rounds.stop();

        Runners.Runner me = new Runners.Runner("me", "", "test", Instant.EPOCH);
        assertThat(rounds.round(
                        results.watched(),
                        me,
                        Optional.empty(),
                        new RoundRecorder(database, new Unsent(), Optional.empty()),
                        results.clock()))
                .isEmpty();
        assertThat(said).containsExactly("shop.test/default: the round is not finished, because the monitor ends");
        assertThat(rounds()).isZero();
    }

    private int rounds() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from round")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void writesNothingWhereAnotherRunnerHasTheTurn() {
        new Sites(database.jdbi()).watch(List.of(results.watched().record()));
        SiteLook look = new SiteLook(
                results.watched(), "", "me", results.look(results.watched().plan()), true);
        RoundRecorder recorder = new RoundRecorder(database, new Unsent(), Optional.empty());

        assertThat(recorder.record(look, Optional.of(new Turn("round", "shop", "me", 7))))
                .isEmpty();
        assertThat(rounds()).isZero();
        assertThat(recorder.record(look, Optional.empty())).isPresent();
        assertThat(recorder.record(look, Optional.empty())).isPresent();
        assertThat(rounds()).as("the same look twice").isEqualTo(1);
    }

    /** Sends nothing. */
    private static final class Unsent implements Deliveries {
        @Override
        public void plan(String message, Handle handle) {
            throw new IllegalStateException("nothing is to be told");
        }

        @Override
        public void check() {
            // Nothing is to be sent.
        }
    }

    private final class Saying implements MonitorLog {
        @Override
        public void round(SiteLook look, SiteMemory memory) {
            said.add(look.site().id());
        }

        @Override
        public void problem(String text) {
            said.add(text);
        }

        @Override
        public void note(String text) {
            said.add(text);
        }
    }
}
