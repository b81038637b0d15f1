package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code smoke monitor --once}, {@code smoke history} and {@code smoke run --alert}, with a real database in a file. */
class MonitorCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeConfig() throws IOException {
        config = Files.writeString(folder.resolve("shop.yaml"), """
                name: shop
                environments:
                  production: {url: "http://shop.test/", audience: customers}
                  staging: {url: "http://staging.shop.test/", audience: internal}
                alerts:
                  pagerduty: {routing-key: "${secret:KEY}", url: "http://127.0.0.1:9"}
                """);
    }

    private int smoke(StubApplication application, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("history.db").toString()));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(application.with(Map.of("KEY", "0123456789abcdef0123456789abcdef")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void looksOnceAtWhatCustomersSeeAndSaysHowItIs() {
        assertThat(smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once"))
                .isZero();
        assertThat(out).asString().contains("pass").contains("shop/production").contains("ok");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void saysARoundInOneLineOfJson() {
        int exit = smoke(
                new StubApplication(Verdict.INCONCLUSIVE),
                "monitor",
                folder.toString(),
                "--once",
                "-e",
                "staging",
                "--format",
                "json");
        assertThat(exit).isEqualTo(3);
        assertThat(out)
                .asString()
                .contains("\"name\":\"shop\"", "\"environment\":\"staging\"", "\"verdict\":\"inconclusive\"")
                .contains("\"state\":\"unknown\"", "\"durationMs\":");
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        int exit = smoke(
                new StubApplication(Verdict.PASS),
                "monitor",
                folder.resolve("none.yaml").toString(),
                "--once",
                "--format",
                "xml",
                "--at-once",
                "0",
                "--reference",
                "nonsense",
                "--listen",
                "here");
        assertThat(exit).isEqualTo(2);
        assertThat(err)
                .asString()
                .contains("--format: expected text or json, got xml", "--at-once: expected 1 or more, got 0")
                .contains("--reference: expected HOST:PORT, got nonsense", "--listen: expected [HOST:]PORT")
                .contains("none.yaml");
    }

    /** Reports may show what only customers see, and who tells of a release is believed. */
    @Test
    void showsItsPagesToOthersForATokenOnly() {
        assertThat(smoke(
                        new StubApplication(Verdict.PASS),
                        "monitor",
                        config.toString(),
                        "--once",
                        "--listen",
                        "0.0.0.0:0"))
                .isEqualTo(2);
        assertThat(err).asString().contains("--listen: expected a token", "SMOKE_STATUS_TOKEN", "0.0.0.0:0");
    }

    @Test
    void refusesPortsThatNobodyHas() {
        assertThat(smoke(
                        new StubApplication(Verdict.PASS),
                        "monitor",
                        config.toString(),
                        "--once",
                        "--reference",
                        "status.example.com:70000",
                        "--nagios-nsca",
                        "nagios.example.com:70000"))
                .isEqualTo(2);
        assertThat(err)
                .asString()
                .contains("--reference: expected HOST:PORT, got status.example.com:70000")
                .contains("--nagios-nsca: expected HOST or HOST:PORT, got nagios.example.com:70000");
    }

    @Test
    void asksFromWhereItLooksWhereThatMatters() throws IOException {
        Files.writeString(config, "monitor: {from: [eu, us], fail-when: 2}\n", StandardOpenOption.APPEND);
        assertThat(smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once"))
                .isEqualTo(2);
        assertThat(err)
                .asString()
                .contains("monitor.from: looked at from eu, us; say with --location from which of them");
        assertThat(smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once", "--location", "eu"))
                .isZero();
        assertThat(smoke(new StubApplication(), "history", "shop")).isZero();
        assertThat(out).asString().contains("from eu");
    }

    @Test
    void printsWhatItRemembers() {
        smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once");

        assertThat(smoke(new StubApplication(), "history", "shop")).isZero();
        assertThat(out).asString().startsWith("shop (production): ok").contains("  pass  ");
        assertThat(smoke(new StubApplication(), "history", config.toString(), "--format", "csv"))
                .isZero();
        assertThat(out.toString().lines().toList().get(1))
                .startsWith("shop,production,,")
                .contains(",pass,");
        assertThat(smoke(new StubApplication(), "history", "blog")).isZero();
        assertThat(out).asString().isEqualTo("nothing is remembered of it\n");
    }

    @Test
    void saysWhereThereIsNoHistory() {
        assertThat(smoke(new StubApplication(), "history")).isEqualTo(2);
        assertThat(err).asString().contains("--data: expected what a monitor remembers in, found no file");
    }

    @Test
    void saysOfARunThatItsAlertDidNotArrive() {
        assertThat(smoke(
                        new StubApplication().running(MonitorCommandTest::broken),
                        "run",
                        config.toString(),
                        "-e",
                        "production",
                        "--alert"))
                .as("a fail stays a fail")
                .isEqualTo(1);
        assertThat(err).asString().contains("1 alert did not arrive");
        assertThat(smoke(new StubApplication(), "history", "shop")).isZero();
        assertThat(out).asString().contains("alert to pagerduty", "waits, after 1 try: no answer");
    }

    @Test
    void endsAnIncidentAfterOneGoodRunSinceAPipelineLooksOnce() throws IOException {
        Files.writeString(config, "monitor: {confirm: 3, recover: 2}\n", StandardOpenOption.APPEND);
        String[] run = {"run", config.toString(), "-e", "production", "--alert"};
        assertThat(smoke(new StubApplication().running(MonitorCommandTest::broken), run))
                .isEqualTo(1);

        smoke(new StubApplication().running(plan -> good(plan, 1)), run);
        smoke(new StubApplication(), "history", "shop");
        assertThat(out).asString().contains("shop (production): ok").doesNotContain("open since");
    }

    @Test
    void opensNoIncidentForARunThatTellsNobody() {
        assertThat(smoke(
                        new StubApplication().running(MonitorCommandTest::broken),
                        "run",
                        config.toString(),
                        "-e",
                        "production"))
                .isEqualTo(1);
        assertThat(smoke(new StubApplication(), "history", "shop")).isZero();
        assertThat(out).asString().contains("fail").doesNotContain("incident");
    }

    @Test
    void leadsFromAnAlertToTheStatusPage() throws IOException, HistoryException {
        Files.writeString(config, "monitor: {confirm: 1}\n", StandardOpenOption.APPEND);
        smoke(
                new StubApplication().running(MonitorCommandTest::broken),
                "monitor",
                config.toString(),
                "--once",
                "--public-url",
                "https://status.shop.test/");

        try (HistoryDatabase database =
                HistoryDatabase.open(folder.resolve("history.db").toString())) {
            String alert = database.jdbi().withHandle(handle -> handle.createQuery("select alert from message")
                    .mapTo(String.class)
                    .one());
            assertThat(alert).contains("https://status.shop.test/evidence/");
        }
    }

    @Test
    void refusesAddressesOfNagiosThatAreNone() {
        for (String address : List.of("nagios:0", "-H", "nagios:5667:1", "")) {
            assertThat(smoke(new StubApplication(), "monitor", config.toString(), "--nagios-nsca=" + address))
                    .isEqualTo(2);
            assertThat(err).asString().contains("--nagios-nsca: expected HOST or HOST:PORT, got " + address);
        }
        assertThat(smoke(new StubApplication(), "monitor", config.toString(), "--nagios-nsca-config", "nsca.cfg"))
                .isEqualTo(2);
        assertThat(err).asString().contains("--nagios-nsca-config: expected --nagios-nsca HOST with it, got none");
    }

    @Test
    void refusesAnAlertForWhatNobodyConfigured() {
        assertThat(smoke(new StubApplication(Verdict.PASS), "run", "http://shop.test/", "--alert"))
                .isEqualTo(2);
        assertThat(err).asString().contains("--alert: expected a config that says who is told");
    }

    private static SmokeResult good(SmokePlan plan, int hour) {
        return new SmokeResult(
                plan.subject(),
                Instant.EPOCH.plus(Duration.ofHours(hour)),
                Duration.ofSeconds(1),
                "1.2.3",
                Verdict.PASS,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Severity.SEV3);
    }

    private static SmokeResult broken(SmokePlan plan) {
        Finding missing = Finding.on(URI.create("http://shop.test/"), "asset-status", Severity.SEV2, "app.js")
                .kind("asset-missing")
                .fingerprint("asset-missing:app.js")
                .message("app.js is missing")
                .build();
        return new SmokeResult(
                plan.subject(),
                Instant.EPOCH,
                Duration.ofSeconds(1),
                "1.2.3",
                Verdict.FAIL,
                Optional.of(Severity.SEV2),
                Optional.empty(),
                List.of(),
                List.of(missing),
                List.of(),
                List.of(),
                plan.failOn());
    }
}
