package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.canary.lab.LoopbackRegistry;
import dev.smokerunner.canary.lab.MadeProject;
import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.monitor.DatabaseClock;
import dev.smokerunner.monitor.Monitor;
import dev.smokerunner.monitor.MonitorOptions;
import dev.smokerunner.monitor.NetworkCheck;
import dev.smokerunner.monitor.RoundRunner;
import dev.smokerunner.monitor.WatchedConfigs;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Tool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What canaries remember: a culprit is told once, again where a newer version of it breaks too, and when none does any more. */
class CanaryMemoryIT {
    private static final String SWALLOWS_THE_TAG = "module.exports = page => page.replace(/app.js.*/, 'app.js');";
    private static final String THIRD = MadeProject.module(3);

    private static final String FOUND = "opened, Sev 5, made-03 1.0.0 → 1.0.1 breaks the page";
    private static final String FOUND_AGAIN =
            "changed, Sev 5, made-03 1.0.0 → 1.0.1 breaks the page; so does the newest, 1.0.2";
    private static final String OVER = "resolved, Sev 5, made-03 1.0.0 → 1.0.1 breaks the page (good in one round)";

    @TempDir
    private Path folder;

    private LoopbackRegistry registry;
    private MockWebServer server;
    private Path project;
    private LocalApplication application;
    private StringWriter said;

    @BeforeEach
    void makesTheProject() throws Exception {
        Tool.NPM.require();
        registry = new LoopbackRegistry();
        for (int number = 1; number <= 5; number++) {
            registry.publish(MadeProject.module(number), "1.0.0", MadeProject.HARMLESS);
        }
        project = MadeProject.with(Files.createDirectory(folder.resolve("project")), registry, 5)
                .directory();
        server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html; charset=utf-8")
                        .body("<!DOCTYPE html><html lang=\"en\"><title>Shop</title><p>Open</p></html>")
                        .build();
            }
        });
        server.start();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("HOOK_URL", server.url("/hook").toString());
        LocalSystem here = LocalSystem.current();
        application = new LocalApplication(
                PrelaunchedBrowser.NONE, new LocalSystem(here.clock(), here.nanoTime(), here.sleeper(), environment));
        said = new StringWriter();
    }

    @AfterEach
    void closes() {
        registry.close();
        server.close();
    }

    private Path config() throws Exception {
        return Files.writeString(folder.resolve("shop.yaml"), """
                name: shop
                environments:
                  production: {url: "%s", audience: customers}
                monitor: {every: 1h}
                canary: {project: project, every: 1s}
                alerts: {webhook: {url: "${secret:HOOK_URL}"}}
                """.formatted(server.url("/")));
    }

    @Test
    void ofAMonitor() throws Exception {
        registry.publish(THIRD, "1.0.1", SWALLOWS_THE_TAG);
        WatchedConfigs configs = new WatchedConfigs(
                List.of(config()),
                Optional.empty(),
                "",
                new RunOptions(withoutBrowser(), Severity.SEV3, Duration.ofMinutes(1)),
                application::variable);
        try (HistoryDatabase database =
                        HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
                Monitor monitor = monitor(database, configs)) {
            monitor.start(configs.read());

            assertThat(nextAlert()).isEqualTo(FOUND);
            awaitAnotherCanary();
            awaitAnotherCanary();
            registry.publish(THIRD, "1.0.2", SWALLOWS_THE_TAG);
            assertThat(nextAlert()).isEqualTo(FOUND_AGAIN);
            registry.publish(THIRD, "1.0.3", MadeProject.HARMLESS);
            assertThat(nextAlert()).isEqualTo(OVER);
            awaitAnotherCanary();
            assertThat(alerts(0)).isEmpty();
        }
    }

    @Test
    void ofRunsOfCi() throws Exception {
        registry.publish(THIRD, "1.0.1", SWALLOWS_THE_TAG);

        assertThat(canary().code()).isEqualTo(1);
        assertThat(alerts(1)).containsExactly(FOUND);
        assertThat(canary().code()).isEqualTo(1);
        assertThat(alerts(0)).isEmpty();

        registry.publish(THIRD, "1.0.2", SWALLOWS_THE_TAG);
        assertThat(canary().code()).isEqualTo(1);
        assertThat(alerts(1)).containsExactly(FOUND_AGAIN);

        registry.publish(THIRD, "1.0.3", MadeProject.HARMLESS);
        assertThat(canary().code()).isZero();
        assertThat(alerts(1)).containsExactly(OVER);
    }

    private Call canary() throws Exception {
        return Call.smoke(
                application,
                "canary",
                project.toString(),
                "-c",
                config().toString(),
                "--browser",
                "none",
                "--alert",
                "--data",
                folder.resolve("ci.db").toString(),
                "--output",
                folder.resolve("report").toString());
    }

    private Monitor monitor(HistoryDatabase database, WatchedConfigs configs) {
        PrintWriter out = new PrintWriter(said, true);
        MonitorText log = new MonitorText(out, out, false, application::now);
        DatabaseClock clock = new DatabaseClock(database, Clock.systemUTC());
        MonitorOptions options = new MonitorOptions(
                "",
                "test",
                1,
                Duration.ofHours(1),
                Optional.empty(),
                RetryPolicy.USUAL,
                log,
                new GraphiteSeries(Optional.empty()),
                new MonitoredCanary(application));
        return new Monitor(
                database,
                configs,
                new RoundRunner(
                        application.rounds(clock), new NetworkCheck(List.of(), List::of), log, System::nanoTime),
                options,
                clock);
    }

    private static BrowserOverride withoutBrowser() {
        return BrowserText.read(browserNone(), new ArrayList<>());
    }

    private static BrowserOptions browserNone() {
        BrowserOptions options = new BrowserOptions();
        options.names = List.of("none");
        return options;
    }

    private void awaitAnotherCanary() throws InterruptedException {
        long before = canaries();
        for (int tries = 0; canaries() < before + 1; tries++) {
            assertThat(tries).as("%s", said).isLessThan(3000);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long canaries() {
        return said.toString()
                .lines()
                .filter(line -> line.contains("shop/canary"))
                .count();
    }

    private String nextAlert() throws InterruptedException {
        while (true) {
            RecordedRequest request = server.takeRequest(5, TimeUnit.MINUTES);
            assertThat(request).as("%s", said).isNotNull();
            if (request.getUrl().encodedPath().equals("/hook")) {
                return words(request);
            }
        }
    }

    /** Those that are there, of which so many are expected. */
    private List<String> alerts(int expected) throws InterruptedException {
        List<String> alerts = new ArrayList<>();
        for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
                request != null;
                request = server.takeRequest(0, TimeUnit.SECONDS)) {
            if (request.getUrl().encodedPath().equals("/hook")) {
                alerts.add(words(request));
            }
        }
        assertThat(alerts).hasSize(expected);
        return alerts;
    }

    private static String words(RecordedRequest request) {
        JsonNode alert = JsonMapper.shared().readTree(request.getBody().utf8());
        assertThat(alert.path("environment").asString()).isEqualTo("canary");
        String event = alert.path("event").asString();
        return event + ", Sev " + alert.path("severity").asInt() + ", "
                + alert.path("findings").path(0).path("message").asString()
                + (event.equals("resolved") ? " (" + alert.path("confirmation").asString() + ")" : "");
    }
}
