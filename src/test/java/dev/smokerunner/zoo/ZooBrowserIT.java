package dev.smokerunner.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * that browser and holds that it leads to the same verdict and the same first check, and the table is {@code docs/browsers.md};
 * {@code -Dzoo.engine=webdriver} starts it by a driver, and all must be as without one.
 */
@Tag("browser")
class ZooBrowserIT {
    private static final int CASES_AT_ONCE = 4;
    private static final String ONLY = System.getProperty("zoo.only", "");
    private static final int RUNS = Integer.getInteger("zoo.runs", 1);
    private static final int SAMPLE = Integer.getInteger("zoo.sample", Integer.MAX_VALUE);
    private static final Name BROWSER =
            Name.valueOf(System.getProperty("zoo.browser", "chrome").toUpperCase(Locale.ROOT));

    private static final Engine ENGINE =
            Engine.valueOf(System.getProperty("zoo.engine", "devtools").toUpperCase(Locale.ROOT));

    @TempDir
    private static Path directory;

    private static SharedBrowser browser;
    private static ExecutorService threads;
    private static final List<Trial> TRIALS = new ArrayList<>();

    @BeforeAll
    static void start() throws BrowserException {
        browser = SharedBrowser.start(BROWSER, ENGINE);
        threads = Executors.newFixedThreadPool(CASES_AT_ONCE);
    }

    @AfterAll
    static void end() throws IOException {
        threads.shutdownNow();
        browser.close();
        if (System.getProperty("zoo.report") != null && ONLY.isEmpty() && SAMPLE == Integer.MAX_VALUE) {
            if (BROWSER == Name.FIREFOX) {
                new BrowsersTable(TRIALS, KnownDifferences.read()).write();
            } else {
                new RecallTable(TRIALS).write();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> judgesEveryDeploymentRight() throws IOException {
        KnownMisses known = KnownMisses.read();
        List<ZooCase> cases = ZooFile.allCases().stream()
                .filter(zooCase -> zooCase.toString().matches(".*(" + ONLY + ").*"))
                .sorted(Comparator.comparing(ZooBrowserIT::turn))
                .limit(SAMPLE)
                .toList();
        List<List<Future<Trial>>> runs = IntStream.range(0, RUNS)
                .mapToObj(run ->
                        cases.stream().map(zooCase -> start(zooCase, run)).toList())
                .toList();
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        cases.get(i).toString(),
                        () -> judge(runs.stream().map(run -> run.get(i)).toList(), known)));
    }

    /** Of a sample: each day it is another one's turn. Of the whole zoo each comes in its place. */
    private static int turn(ZooCase zooCase) {
        return SAMPLE == Integer.MAX_VALUE ? 0 : (LocalDate.now(ZoneOffset.UTC) + zooCase.name()).hashCode();
    }

    private static Future<Trial> start(ZooCase zooCase, int run) {
        return threads.submit(() -> Trial.of(zooCase, directory.resolve(zooCase.name() + run), browser));
    }

    private static void judge(List<Future<Trial>> runs, KnownMisses known)
            throws ExecutionException, InterruptedException, IOException {
        Trial first = runs.get(0).get();
        TRIALS.add(first);
        judge(first, known);
        for (Future<Trial> run : runs) {
            Trial again = run.get();
            assertThat(again.said()).as(() -> new Account(again).text()).isEqualTo(first.said());
        }
    }

    private static void judge(Trial trial, KnownMisses known) throws IOException {
        if (BROWSER == Name.FIREFOX) {
            compare(trial, KnownDifferences.read());
            return;
        }
        if (known.has(trial.zooCase())) {
            assertThat(trial.complaints())
                    .as("%s is listed as a known miss; it is none any more", trial.zooCase())
                    .isNotEmpty();
        } else {
            assertThat(trial.complaints()).as(() -> new Account(trial).text()).isEmpty();
        }
    }

    private static void compare(Trial trial, KnownDifferences known) {
        if (known.has(trial.zooCase())) {
            assertThat(trial.differences())
                    .as("%s is listed as different; it is the same now", trial.zooCase())
                    .isNotEmpty();
        } else {
            assertThat(trial.differences()).as(() -> new Account(trial).text()).isEmpty();
        }
    }
}
