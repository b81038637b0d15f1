package dev.smokerunner.zoo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.zoo.KnownDifference.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every deployment of the zoo in the real browser. {@code -Dzoo.report} writes the table of what was found to
 * {@code docs/zoo.md}; {@code -Dzoo.only=PATTERN} runs the cases whose class or name has a match of PATTERN;
 * {@code -Dzoo.sample=40} runs so many, others each day; {@code -Dzoo.runs=20} runs each case so often and compares verdict, findings and order; {@code -Dzoo.browser=firefox} takes
 * that browser and {@code -Dzoo.engine=webdriver} a driver, and both run each case on the direct road too and hold that the verdict
 * and the first finding are the same; their table is {@code docs/browsers.md}, which may be made in parts: {@code -Dzoo.rest=100}
 * runs so many cases in which a road has not been since the last {@code clean}.
 */
@Tag("browser")
class ZooBrowserIT {
    private static final int CASES_AT_ONCE = 4;
    private static final String ONLY = System.getProperty("zoo.only", "");
    private static final int RUNS = Integer.getInteger("zoo.runs", 1);
    private static final int REST = Integer.getInteger("zoo.rest", 0);
    private static final int SAMPLE = Integer.getInteger("zoo.sample", Integer.MAX_VALUE);
    private static final boolean REPORT = System.getProperty("zoo.report") != null;
    private static final Road ROAD = Road.asked();

    @TempDir
    private static Path directory;

    private static final Map<Road, SharedBrowser> BROWSERS = new EnumMap<>(Road.class);
    private static ExecutorService threads;
    private static final List<Trial> TRIALS = new ArrayList<>();

    @BeforeAll
    static void start() throws BrowserException {
        for (Road road : EnumSet.of(Road.DIRECT, ROAD)) {
            BROWSERS.put(road, SharedBrowser.start(road));
        }
        threads = Executors.newFixedThreadPool(CASES_AT_ONCE);
    }

    @AfterAll
    static void end() throws IOException {
        threads.shutdownNow();
        BROWSERS.values().forEach(SharedBrowser::close);
        if (REPORT && (ROAD != Road.DIRECT || REST > 0)) {
            RoadsTable.write(ZooFile.allCases(), RoadRows.KEPT);
        } else if (REPORT && ONLY.isEmpty() && SAMPLE == Integer.MAX_VALUE) {
            new RecallTable(TRIALS).write();
        }
    }

    @TestFactory
    Stream<DynamicTest> judgesEveryDeploymentRight() throws IOException {
        List<ZooCase> cases = ZooFile.allCases().stream()
                .filter(zooCase -> zooCase.toString().matches(".*(" + ONLY + ").*"))
                .filter(zooCase -> REST == 0 || !RoadRows.KEPT.has(ROAD, zooCase))
                .sorted(Comparator.comparing(ZooBrowserIT::turn))
                .limit(REST == 0 ? SAMPLE : REST)
                .toList();
        List<List<Future<Trial>>> runs = IntStream.range(0, RUNS)
                .mapToObj(run -> startAll(cases, ROAD, run))
                .toList();
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        cases.get(i).toString(),
                        () -> judge(runs.stream().map(run -> run.get(i)).toList())));
    }

    /** Of a sample: each day it is another one's turn. Of the whole zoo each comes in its place. */
    private static int turn(ZooCase zooCase) {
        return SAMPLE == Integer.MAX_VALUE ? 0 : (LocalDate.now(ZoneOffset.UTC) + zooCase.name()).hashCode();
    }

    private static List<Future<Trial>> startAll(List<ZooCase> cases, Road road, int run) {
        return cases.stream()
                .map(zooCase -> threads.submit(() -> trial(zooCase, road, run)))
                .toList();
    }

    private static Trial trial(ZooCase zooCase, Road road, int run) throws IOException, ConfigException {
        return Trial.of(zooCase, directory.resolve(zooCase.name() + road + run), requireNonNull(BROWSERS.get(road)));
    }

    private static void judge(List<Future<Trial>> runs)
            throws ExecutionException, InterruptedException, IOException, ConfigException {
        Trial first = runs.get(0).get();
        if (REPORT) {
            RoadRows.KEPT.keep(ROAD, first.zooCase(), Said.of(first));
        }
        if (ROAD == Road.DIRECT) {
            TRIALS.add(first);
            judge(first, KnownMisses.read());
        } else {
            compare(first);
        }
        for (Future<Trial> run : runs) {
            Trial again = run.get();
            assertThat(again.said()).as(() -> new Account(again).text()).isEqualTo(first.said());
        }
    }

    private static void judge(Trial trial, KnownMisses known) {
        if (known.has(trial.zooCase())) {
            assertThat(trial.complaints())
                    .as("%s is listed as a known miss; it is none any more", trial.zooCase())
                    .isNotEmpty();
        } else {
            assertThat(trial.complaints()).as(() -> new Account(trial).text()).isEmpty();
        }
    }

    private static void compare(Trial trial) throws IOException, ConfigException {
        RoadComparison comparison = new RoadComparison(trial.zooCase(), ROAD, direct(trial.zooCase()), Said.of(trial));
        assertThat(comparison.extent())
                .as(() -> comparison + "\n" + new Account(trial).text())
                .isEqualTo(trial.zooCase()
                        .known(ROAD)
                        .map(KnownDifference::differs)
                        .orElse(Extent.none));
    }

    /** What the direct road says of a case: in parts of a report once for all other roads. */
    private static Said direct(ZooCase zooCase) throws IOException, ConfigException {
        Optional<Said> kept = REPORT ? RoadRows.KEPT.said(Road.DIRECT, zooCase) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        Said said = Said.of(trial(zooCase, Road.DIRECT, 0));
        if (REPORT) {
            RoadRows.KEPT.keep(Road.DIRECT, zooCase, said);
        }
        return said;
    }
}
