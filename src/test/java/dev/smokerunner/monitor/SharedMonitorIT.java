package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.Sites;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.standin.Eventually;
import dev.smokerunner.standin.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two monitors that share a real PostgreSQL. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SharedMonitorIT {
    private static final int SITES = 6;

    private static Postgres postgres;

    private final BlockingQueue<String> rounds = new LinkedBlockingQueue<>();
    private final Set<String> notes = ConcurrentHashMap.newKeySet();
    private final ScriptedSite results = new ScriptedSite();

    @TempDir
    private Path folder;

    @BeforeAll
    static void startDatabase() throws IOException, InterruptedException {
        postgres = Postgres.start();
    }

    @AfterAll
    static void endDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void writeConfigs() throws IOException, HistoryException {
        for (int i = 0; i < SITES; i++) {
            Files.writeString(
                    folder.resolve("site" + i + ".yaml"),
                    "name: site" + i + "\nenvironments:\n  production: {url: \"http://site" + i
                            + ".test/\", audience: customers}\nmonitor: {every: 1s}\n");
        }
        try (HistoryDatabase database = HistoryDatabase.open(postgres.url())) {
            database.jdbi()
                    .useHandle(
                            handle -> handle.execute(
                                    "truncate site, round, finding, evidence, incident, incident_event, message, scheduled_tasks, runner cascade"));
        }
    }

    /** A monitor, and the connections that it has. */
    private record Running(Monitor monitor, HistoryDatabase database) implements AutoCloseable {
        @Override
        public void close() {
            monitor.close();
            database.close();
        }
    }

    private Running started(String name, Clock clock, Function<SmokePlan, SmokeResult> look) throws HistoryException {
        return started(name, folder, clock, look);
    }

    private Running started(String name, Path place, Clock clock, Function<SmokePlan, SmokeResult> look)
            throws HistoryException {
        WatchedConfigs configs = new WatchedConfigs(
                List.of(place),
                Optional.empty(),
                "",
                new RunOptions(BrowserOverride.NONE, Severity.SEV3, Duration.ofMinutes(1)),
                variable -> Optional.empty());
        MonitorLog log = new Remembering(name);
        MonitorOptions options =
                new MonitorOptions("", name, 3, Duration.ofMillis(500), Optional.empty(), RetryPolicy.USUAL, log);
        HistoryDatabase database = HistoryDatabase.forMonitor(postgres.url());
        RoundRunner runner = new RoundRunner(look, new NetworkCheck(List.of(), List::of), log, System::nanoTime);
        Monitor monitor = new Monitor(database, configs, runner, options, new DatabaseClock(database, clock));
        monitor.start(configs.read());
        return new Running(monitor, database);
    }

    private String nextRound() throws InterruptedException {
        return Optional.ofNullable(rounds.poll(60, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no round for a minute"));
    }

    @Test
    void neverLookAtOneSiteAtOnce() throws Exception {
        Set<String> looking = ConcurrentHashMap.newKeySet();
        AtomicBoolean overlap = new AtomicBoolean();
        Function<SmokePlan, SmokeResult> look = plan -> {
            overlap.compareAndSet(false, !looking.add(plan.subject().name()));
            SmokeResult result = results.look(plan);
            looking.remove(plan.subject().name());
            return result;
        };
        try (Running one = started("one", Clock.systemUTC(), look);
                Running other = started("other", Clock.systemUTC(), look)) {
            for (int i = 0; i < 4 * SITES; i++) {
                nextRound();
            }
            assertThat(one.monitor.finishedRounds() + other.monitor.finishedRounds())
                    .isGreaterThanOrEqualTo(4L * SITES - 1);
        }
        assertThat(overlap).isFalse();
    }

    @Test
    void goOnWhereOneOfThemEnds() throws Exception {
        try (Running one = started("one", Clock.systemUTC(), results::look)) {
            nextRound();
            try (Running other = started("other", Clock.systemUTC(), results::look)) {
                one.monitor.close();
                rounds.clear();
                Set<String> seen = ConcurrentHashMap.newKeySet();
                while (seen.size() < SITES) {
                    seen.add(nextRound());
                }
                assertThat(other.monitor.finishedRounds()).isPositive();
            }
        }
    }

    @Test
    void shareTheWorkThoughTheirClocksDiffer() throws Exception {
        Clock ahead = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofSeconds(3));
        try (Running one = started("one", ahead, results::look);
                Running other = started("other", Clock.systemUTC(), results::look)) {
            while (one.monitor.finishedRounds() < 3 || other.monitor.finishedRounds() < 3) {
                nextRound();
            }
        }
    }

    @Test
    void takeNoTurnsOfSitesWhoseConfigsOnlyTheOtherOneHas() throws Exception {
        Path others = Files.createDirectory(folder.resolve("other's"));
        for (int i = 0; i < SITES / 2; i++) {
            Files.move(folder.resolve("site" + i + ".yaml"), others.resolve("site" + i + ".yaml"));
        }
        try (Running one = started("one", Clock.systemUTC(), results::look);
                Running other = started("other", others, Clock.systemUTC(), results::look)) {
            Map<String, Integer> counted = new TreeMap<>();
            while (counted.size() < SITES || counted.values().stream().anyMatch(count -> count < 4)) {
                counted.merge(nextRound(), 1, Integer::sum);
            }
            assertThat(one.monitor.finishedRounds()).isPositive();
            assertThat(other.monitor.finishedRounds()).isPositive();
        }
    }

    @Test
    void goOnWithASiteThatAnotherOneWatchesNoMore() throws Exception {
        Path others = Files.createDirectory(folder.resolve("other's"));
        for (int i = 0; i < 2; i++) {
            Files.copy(folder.resolve("site" + i + ".yaml"), others.resolve("site" + i + ".yaml"));
        }
        try (Running one = started("one", Clock.systemUTC(), results::look);
                Running other = started("other", others, Clock.systemUTC(), results::look)) {
            while (other.monitor.finishedRounds() == 0) {
                nextRound();
            }
            Files.delete(others.resolve("site0.yaml"));
            while (!notes.contains("other: the configs changed; 1 site is watched now")) {
                nextRound();
            }
            rounds.clear();

            int seen = 0;
            while (seen < 4) {
                seen += nextRound().equals("site0/production") ? 1 : 0;
            }
            assertThat(one.monitor.finishedRounds()).isPositive();
            Sites sites = new Sites(one.database.jdbi());
            Eventually.holds(
                    () -> assertThat(sites.isWatched("site0/production")).isTrue());
        }
    }

    private final class Remembering implements MonitorLog {
        private final String name;

        Remembering(String name) {
            this.name = name;
        }

        @Override
        public void round(SiteLook look, SiteMemory memory) {
            rounds.add(look.site().id());
        }

        @Override
        public void problem(String text) {
            throw new IllegalStateException(name + ": " + text);
        }

        @Override
        public void note(String text) {
            notes.add(name + ": " + text);
        }
    }
}
