package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.cli.Telling.Voice;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunCommandTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"PASS, 0", "FAIL, 1", "INCONCLUSIVE, 3"})
    void endsWithTheCodeOfTheVerdict(Verdict verdict, int code) {
        StubWiring wiring = new StubWiring(verdict);

        Call call = Call.smoke(wiring, "run", PAGE);

        assertThat(call).isEqualTo(new Call(code, "1 told\n", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, PASS, 0",
        "PASS, INCONCLUSIVE, 3",
        "INCONCLUSIVE, FAIL, 1",
        "FAIL, PASS, 1",
        "FAIL, INCONCLUSIVE, 1"
    })
    void endsWithTheWorstOfSeveralVerdicts(Verdict first, Verdict second, int code) {
        StubWiring wiring = new StubWiring(first, second);

        Call call = Call.smoke(wiring, "run", PAGE, "https://help.example.com/");

        assertThat(call.code()).isEqualTo(code);
        assertThat(wiring.told).hasSize(2);
    }

    @Test
    void runsConfigsAndUrlsInTheOrderInWhichTheyAreNamed() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS, Verdict.PASS, Verdict.PASS);
        String first = config("first", "production: {url: https://first.example.com/}");
        String second = config("second", "production: {url: https://second.example.com/}");

        Call.smoke(wiring, "run", first, PAGE, second);

        assertThat(wiring.ran)
                .extracting(plan -> plan.subject().name())
                .containsExactly("first", "www.example.com", "second");
    }

    @Test
    void plansABareUrlForCustomers() {
        StubWiring wiring = new StubWiring(Verdict.PASS);

        Call.smoke(wiring, "run", "https://www.example.com");

        SmokePlan plan = wiring.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.LiveSite(URI.create("https://www.example.com/")));
        assertThat(plan.subject().environment()).isEqualTo("default");
        assertThat(plan.subject().audience()).isEqualTo(Audience.CUSTOMERS);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV3);
        assertThat(plan.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(plan.browser()).isEqualTo(BrowserChoice.DEFAULT);
    }

    @Test
    void plansADirectoryWithoutAConfigForTheTeam() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS);
        Files.writeString(temp.resolve("index.html"), "<h1>Shop</h1>");

        Call.smoke(wiring, "run", "--target", temp.toString());

        SmokePlan plan = wiring.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.Package(temp, Map.of()));
        assertThat(plan.subject().name()).isEqualTo(temp.getFileName().toString());
        assertThat(plan.subject().audience()).isEqualTo(Audience.TEAM);
    }

    @Test
    void plansAZipAsADirectory() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS);
        Path zip = Files.write(temp.resolve("site.zip"), ZipForge.withPage().bytes());

        Call.smoke(wiring, "run", "--target", zip.toString());

        assertThat(wiring.ran.get(0).target()).isEqualTo(new Target.Package(zip, Map.of()));
    }

    @Test
    void runsNothingWhereAZipCannotBeOpened() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS);
        Path zip = Files.writeString(temp.resolve("site.zip"), "<!DOCTYPE html><title>Not found</title>");

        Call call = Call.smoke(wiring, "run", "--target", zip.toString());

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("is no zip but an HTML page");
        assertThat(wiring.ran).isEmpty();
    }

    @Test
    void handsTheOptionsToThePlan() {
        StubWiring wiring = new StubWiring(Verdict.PASS);

        Call.smoke(
                wiring,
                "run",
                PAGE,
                "--fail-on",
                "4",
                "--timeout",
                "90s",
                "--browser",
                "none",
                "--browser-binary",
                "/opt/chrome",
                "--driver-binary",
                "/opt/driver");

        SmokePlan plan = wiring.ran.get(0);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV4);
        assertThat(plan.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(plan.browser().name()).isEqualTo(BrowserChoice.Name.NONE);
        assertThat(plan.browser().binary()).contains(Path.of("/opt/chrome"));
        assertThat(plan.browser().driver()).contains(Path.of("/opt/driver"));
    }

    @Test
    void tellsInTheDefaultFormatsUnlessOthersAreNamed() {
        StubWiring wiring = new StubWiring(Verdict.PASS);

        Call.smoke(wiring, "run", PAGE);

        Telling telling = wiring.tellings.get(0);
        assertThat(telling.formats()).containsExactly("console", "json", "junit");
        assertThat(telling.output()).isEqualTo(Path.of("smoke-report"));
        assertThat(telling.voice()).isEqualTo(Voice.NORMAL);
        assertThat(telling.colour()).isTrue();
    }

    @Test
    void handsTheOptionsToTheTeller() {
        StubWiring wiring = new StubWiring(Verdict.PASS);

        Call.smoke(wiring, "run", PAGE, "-o", "reports", "--format", "json,json", "-q", "--no-color");

        Telling telling = wiring.tellings.get(0);
        assertThat(telling.formats()).containsExactly("json");
        assertThat(telling.output()).isEqualTo(Path.of("reports"));
        assertThat(telling.voice()).isEqualTo(Voice.QUIET);
        assertThat(telling.colour()).isFalse();
    }

    @Test
    void replacesTheTargetOfAConfig() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS);
        String config = config("signup", "staging: {url: https://staging.example.com/, audience: internal}");

        Call.smoke(wiring, "run", config, "-t", "http://127.0.0.1:8080/");

        SmokePlan plan = wiring.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.LiveSite(URI.create("http://127.0.0.1:8080/")));
        assertThat(plan.subject().environment()).isEqualTo("staging");
        assertThat(plan.subject().audience()).isEqualTo(Audience.INTERNAL);
    }

    @Test
    void readsPlaceholdersFromTheEnvironment() throws IOException {
        StubWiring wiring = new StubWiring(Verdict.PASS).with(Map.of("SITE", PAGE));
        String config = config("signup", "production: {url: \"${SITE}\"}");

        Call call = Call.smoke(wiring, "run", config);

        assertThat(call.code()).isZero();
        assertThat(wiring.ran.get(0).subject().target()).isEqualTo(PAGE);
    }

    @Test
    void saysTheProblemsOfAllConfigsAndRunsNothing() throws IOException {
        StubWiring wiring = new StubWiring();
        String first = config("first", "a: {url: ftp://example.com/}");
        String second = config("second", "a: {ulr: https://www.example.com/}");

        Call call = Call.smoke(wiring, "run", first, PAGE, second);

        assertThat(call)
                .isEqualTo(new Call(
                        2,
                        "",
                        first
                                + ":2:25: environments.a.url: expected an http or https URL such as "
                                + "https://www.example.com/signup/, got \"ftp://example.com/\"\n"
                                + second
                                + ":2:20: environments.a.ulr: expected one of the keys url, package, proxy, audience, "
                                + "origin, edges, got \"ulr\"; did you mean \"url\"?\n"));
        assertThat(wiring.ran).isEmpty();
    }

    @Test
    void isInconclusiveWhenAReportCannotBeWritten() {
        StubWiring wiring = new StubWiring(Verdict.PASS).failingToTell("smoke-report/result.json: no space left");

        Call call = Call.smoke(wiring, "run", PAGE);

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).isEqualTo("smoke-report/result.json: no space left\n");
    }

    @Test
    void staysAFailWhenAReportCannotBeWritten() {
        StubWiring wiring = new StubWiring(Verdict.FAIL).failingToTell("no space left");

        Call call = Call.smoke(wiring, "run", PAGE);

        assertThat(call.code()).isEqualTo(1);
    }

    @Test
    void callsACrashABugAndNeverAFail() {
        StubWiring wiring = new StubWiring().running(plan -> {
            throw new IllegalStateException("a check without a name");
        });

        Call call = Call.smoke(wiring, "run", PAGE);

        assertThat(call)
                .isEqualTo(new Call(
                        3,
                        "",
                        "smoke crashed: java.lang.IllegalStateException: a check without a name. This is a bug in smoke and "
                                + "says nothing about the page. Run it again with -v to see where.\n"));
    }

    @Test
    void showsWhereItCrashedOnlyWhenAskedAndNeverASecret() throws IOException {
        StubWiring wiring = new StubWiring()
                .with(Map.of("LOGIN", "me:hunter22"))
                .running(plan -> {
                    throw new IllegalStateException(
                            "with " + plan.browser().basicAuth().orElseThrow().reveal());
                });
        Path config = Files.writeString(temp.resolve("a.yaml"), """
                name: signup
                environments: {production: {url: https://www.example.com/}}
                browser: {basic-auth: "${secret:LOGIN}"}
                """);

        Call call = Call.smoke(wiring, "run", config.toString(), "-v");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("\tat dev.smokerunner.").doesNotContain("hunter22");
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryOptionThatIsNotBuiltYet(Unbuilt option) {
        StubWiring wiring = new StubWiring();

        Call call = Call.smoke(wiring, "run", PAGE, option.name, option.value);

        assertThat(call).isEqualTo(new Call(2, "", option.message + "\n"));
        assertThat(wiring.ran).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongWithAnOption(Wrong option) {
        Call call = Call.smoke(new StubWiring(), option.arguments.toArray(String[]::new));

        assertThat(call).isEqualTo(new Call(2, "", option.message + "\n"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Call call = Call.smoke(
                new StubWiring(), "run", "--fail-on", "0", "--timeout", "5", "--format", "xml", "nowhere.yaml");

        assertThat(call.err()).isEqualTo("""
                        --format: expected console, json, junit, got "xml"
                        --fail-on: expected a Sev from 1 to 5, got "0"
                        --timeout: expected a duration such as 250ms, 10s or 2m, got "5"
                        nowhere.yaml: expected a config file, got nothing: there is no such file
                        """);
        assertThat(call.code()).isEqualTo(2);
    }

    private String config(String name, String environments) throws IOException {
        String text = "name: " + name + "\nenvironments: {" + environments + "}\n";
        return Files.writeString(temp.resolve(name + ".yaml"), text).toString();
    }

    private enum Unbuilt {
        HTML("--format", "html", "--format html: not yet built; use console, json, junit"),
        GITHUB("--format", "github", "--format github: not yet built; use console, json, junit"),
        NAGIOS("--format", "nagios", "--format nagios: not yet built; use console, json, junit"),
        MARKDOWN("--format", "markdown", "--format markdown: not yet built; use console, json, junit");

        private final String name;
        private final String value;
        private final String message;

        Unbuilt(String name, String value, String message) {
            this.name = name;
            this.value = value;
            this.message = message;
        }
    }

    private enum Wrong {
        GRID(
                "--grid: expected the http or https URL of a Selenium Grid such as http://127.0.0.1:4444/, got"
                        + " \"127.0.0.1:4444\"",
                "run",
                PAGE,
                "--grid",
                "127.0.0.1:4444"),
        GRID_WITH_A_PASSWORD_THAT_IS_NOT_ENCODED(
                "--grid: expected the http or https URL of a Selenium Grid such as http://127.0.0.1:4444/, its host in"
                        + " ASCII letters, digits, dots and dashes, and a password percent-encoded, got"
                        + " \"http://***@127.0.0.1/\"",
                "run",
                PAGE,
                "--grid",
                "http://tester:hunter@22@127.0.0.1/"),
        GRID_AND_A_BROWSER_OF_THIS_MACHINE(
                "--browser-binary: expected none with --grid, whose nodes have their own, got /usr/bin/chromium",
                "run",
                PAGE,
                "--grid",
                "http://127.0.0.1:4444/",
                "--browser-binary",
                "/usr/bin/chromium"),
        GRID_AND_A_PACKAGE(
                "--grid: expected a live site, got a package, which is served on this machine, where the nodes of"
                        + " http://grid.example:4444/ cannot reach it; check it without --grid",
                "run",
                "--target",
                "src/test/resources/config",
                "--grid",
                "http://grid.example:4444/"),
        NOTHING("expected a config or a URL, got neither; for example: smoke run https://www.example.com/", "run"),
        OPTION(
                "Unknown option: '--fail-onn'\nPossible solutions: --fail-on\n"
                        + "Try 'smoke run --help' for all options.",
                "run",
                PAGE,
                "--fail-onn"),
        PARAMETER(
                "Missing required parameter for option '--env' (NAME)\nTry 'smoke run --help' for all options.",
                "run",
                "-e"),
        ENVIRONMENT("--env: expected a config that has environments, got none", "run", PAGE, "-e", "staging"),
        FORMAT(
                "--format: expected console, json, junit, got \"jsn\"; did you mean \"json\"?",
                "run",
                PAGE,
                "--format",
                "jsn"),
        BROWSER(
                "--browser: expected chrome, edge, firefox or none, got \"chrom\"; did you mean \"chrome\"?",
                "run",
                PAGE,
                "--browser",
                "chrom"),
        VOICE("-q and -v: expected one of them, got both", "run", PAGE, "-q", "-v"),
        ZIP(
                "--target: expected a URL, a directory or a zip, got \"site.zip\", and there is no such directory or file",
                "run",
                "-t",
                "site.zip"),
        DIRECTORY(
                "--target: expected a URL, a directory or a zip, got \"nowhere\", and there is no such directory or file",
                "run",
                "-t",
                "nowhere"),
        TWO_URLS(
                "--target: expected a config whose target it replaces, got the URL https://www.example.com/",
                "run",
                PAGE,
                "-t",
                PAGE),
        SCHEME(
                "file:///etc/passwd: expected an http or https URL such as https://www.example.com/signup/, got \"file:///etc/passwd\"",
                "run",
                "file:///etc/passwd"),
        USERINFO(
                "https://***@www.example.com/: expected a URL without user and password (for those there is browser.basic-auth with ${secret:NAME}), got \"https://***@www.example.com/\"",
                "run",
                "https://me:hunter22@www.example.com/"),
        CONFIG_IS_A_DIRECTORY(
                "src: expected a config file, got a directory; to check a directory use --target", "run", "src");

        private final String message;
        private final List<String> arguments;

        Wrong(String message, String... arguments) {
            this.message = message;
            this.arguments = List.of(arguments);
        }
    }
}
