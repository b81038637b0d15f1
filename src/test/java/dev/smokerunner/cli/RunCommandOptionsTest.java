package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.cli.ReportSettings.Verbosity;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.report.Reports;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.SmokePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the options of {@code run} do, and what is said of wrong ones. */
class RunCommandOptionsTest {
    private static final String FORMATS = String.join(", ", Reports.NAMES);

    private static final String PAGE = "https://www.example.com/";

    @Test
    void handsTheOptionsToThePlan() {
        StubApplication application = new StubApplication(Verdict.PASS);

        Call.smoke(
                application,
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

        SmokePlan plan = application.ran.get(0);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV4);
        assertThat(plan.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(plan.browsers().get(0).name()).isEqualTo(BrowserChoice.Name.NONE);
        assertThat(plan.browsers().get(0).binary()).contains(Path.of("/opt/chrome"));
        assertThat(plan.browsers().get(0).driver()).contains(Path.of("/opt/driver"));
        assertThat(plan.browsers().get(0).isByWebDriver()).isTrue();
    }

    @Test
    void tellsInTheDefaultFormatsUnlessOthersAreNamed() {
        StubApplication application = new StubApplication(Verdict.PASS);

        Call.smoke(application, "run", PAGE);

        ReportSettings settings = application.settings.get(0);
        assertThat(settings.formats()).containsExactly("console", "json", "junit", "html");
        assertThat(settings.output()).isEqualTo(Path.of("smoke-report"));
        assertThat(settings.verbosity()).isEqualTo(Verbosity.NORMAL);
        assertThat(settings.colour()).isTrue();
    }

    @Test
    void handsTheOptionsToTheTeller() {
        StubApplication application = new StubApplication(Verdict.PASS);

        Call.smoke(application, "run", PAGE, "-o", "reports", "--format", "json,json", "-q", "--no-color");

        ReportSettings settings = application.settings.get(0);
        assertThat(settings.formats()).containsExactly("json");
        assertThat(settings.output()).isEqualTo(Path.of("reports"));
        assertThat(settings.verbosity()).isEqualTo(Verbosity.QUIET);
        assertThat(settings.colour()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongWithAnOption(Wrong option) {
        Call call = Call.smoke(new StubApplication(), option.arguments.toArray(String[]::new));

        assertThat(call).isEqualTo(new Call(2, "", option.message + "\n"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Call call = Call.smoke(
                new StubApplication(), "run", "--fail-on", "0", "--timeout", "5", "--format", "xml", "nowhere.yaml");

        assertThat(call.err()).isEqualTo("""
                        --format: expected %s, got "xml"
                        --fail-on: expected a Sev from 1 to 5, got "0"
                        --timeout: expected a duration such as 250ms, 10s or 2m, got "5"
                        nowhere.yaml: expected a config file, got nothing: there is no such file
                        """.formatted(FORMATS));
        assertThat(call.code()).isEqualTo(2);
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
        GRID_AND_NO_DRIVER(
                "--engine: expected webdriver with --grid, whose browsers come by it, got \"devtools\"",
                "run",
                PAGE,
                "--grid",
                "http://127.0.0.1:4444/",
                "--engine",
                "devtools"),
        ENGINE(
                "--engine: expected devtools or webdriver, got \"webdrivers\"; did you mean \"webdriver\"?",
                "run",
                PAGE,
                "--engine",
                "webdrivers"),
        ENGINE_WITHOUT_THE_DRIVER_THAT_IS_NAMED(
                "--engine: expected webdriver with --driver-binary, got \"devtools\", which needs no driver",
                "run",
                PAGE,
                "--engine",
                "devtools",
                "--driver-binary",
                "/opt/driver"),
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
                "--format: expected " + FORMATS + ", got \"jsn\"; did you mean \"json\"?",
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
