package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"PASS, 0", "FAIL, 1", "INCONCLUSIVE, 3"})
    void endsWithTheCodeOfTheVerdict(Verdict verdict, int code) {
        StubApplication application = new StubApplication(verdict);

        Call call = Call.smoke(application, "run", PAGE);

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
        StubApplication application = new StubApplication(first, second);

        Call call = Call.smoke(application, "run", PAGE, "https://help.example.com/");

        assertThat(call.code()).isEqualTo(code);
        assertThat(application.reported).hasSize(2);
    }

    @Test
    void runsConfigsAndUrlsInTheOrderInWhichTheyAreNamed() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS, Verdict.PASS, Verdict.PASS);
        String first = config("first", "production: {url: https://first.example.com/}");
        String second = config("second", "production: {url: https://second.example.com/}");

        Call.smoke(application, "run", first, PAGE, second);

        assertThat(application.ran)
                .extracting(plan -> plan.subject().name())
                .containsExactly("first", "www.example.com", "second");
    }

    @Test
    void plansABareUrlForCustomers() {
        StubApplication application = new StubApplication(Verdict.PASS);

        Call.smoke(application, "run", "https://www.example.com");

        SmokePlan plan = application.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.LiveSite(URI.create("https://www.example.com/")));
        assertThat(plan.subject().environment()).isEqualTo("default");
        assertThat(plan.subject().audience()).isEqualTo(Audience.CUSTOMERS);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV3);
        assertThat(plan.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(plan.browsers().get(0)).isEqualTo(BrowserChoice.DEFAULT);
    }

    @Test
    void plansADirectoryWithoutAConfigForTheTeam() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS);
        Files.writeString(temp.resolve("index.html"), "<h1>Shop</h1>");

        Call.smoke(application, "run", "--target", temp.toString());

        SmokePlan plan = application.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.Package(temp, Map.of()));
        assertThat(plan.subject().name()).isEqualTo(temp.getFileName().toString());
        assertThat(plan.subject().audience()).isEqualTo(Audience.TEAM);
    }

    @Test
    void plansAZipAsADirectory() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS);
        Path zip = Files.write(temp.resolve("site.zip"), ZipForge.withPage().bytes());

        Call.smoke(application, "run", "--target", zip.toString());

        assertThat(application.ran.get(0).target()).isEqualTo(new Target.Package(zip, Map.of()));
    }

    @Test
    void runsNothingWhereAZipCannotBeOpened() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS);
        Path zip = Files.writeString(temp.resolve("site.zip"), "<!DOCTYPE html><title>Not found</title>");

        Call call = Call.smoke(application, "run", "--target", zip.toString());

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("is no zip but an HTML page");
        assertThat(application.ran).isEmpty();
    }

    @Test
    void replacesTheTargetOfAConfig() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS);
        String config = config("signup", "staging: {url: https://staging.example.com/, audience: internal}");

        Call.smoke(application, "run", config, "-t", "http://127.0.0.1:8080/");

        SmokePlan plan = application.ran.get(0);
        assertThat(plan.target()).isEqualTo(new Target.LiveSite(URI.create("http://127.0.0.1:8080/")));
        assertThat(plan.subject().environment()).isEqualTo("staging");
        assertThat(plan.subject().audience()).isEqualTo(Audience.INTERNAL);
    }

    @Test
    void readsPlaceholdersFromTheEnvironment() throws IOException {
        StubApplication application = new StubApplication(Verdict.PASS).with(Map.of("SITE", PAGE));
        String config = config("signup", "production: {url: \"${SITE}\"}");

        Call call = Call.smoke(application, "run", config);

        assertThat(call.code()).isZero();
        assertThat(application.ran.get(0).subject().target()).isEqualTo(PAGE);
    }

    @Test
    void saysTheProblemsOfAllConfigsAndRunsNothing() throws IOException {
        StubApplication application = new StubApplication();
        String first = config("first", "a: {url: ftp://example.com/}");
        String second = config("second", "a: {ulr: https://www.example.com/}");

        Call call = Call.smoke(application, "run", first, PAGE, second);

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
        assertThat(application.ran).isEmpty();
    }

    @Test
    void isInconclusiveWhenAReportCannotBeWritten() {
        StubApplication application =
                new StubApplication(Verdict.PASS).failingToReport("smoke-report/result.json: no space left");

        Call call = Call.smoke(application, "run", PAGE);

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).isEqualTo("smoke-report/result.json: no space left\n");
    }

    @Test
    void staysAFailWhenAReportCannotBeWritten() {
        StubApplication application = new StubApplication(Verdict.FAIL).failingToReport("no space left");

        Call call = Call.smoke(application, "run", PAGE);

        assertThat(call.code()).isEqualTo(1);
    }

    @Test
    void callsACrashABugAndNeverAFail() {
        StubApplication application = new StubApplication().running(plan -> {
            throw new IllegalStateException("a check without a name");
        });

        Call call = Call.smoke(application, "run", PAGE);

        assertThat(call)
                .isEqualTo(new Call(
                        3,
                        "",
                        "smoke crashed: java.lang.IllegalStateException: a check without a name. This is a bug in smoke and "
                                + "says nothing about the page. Run it again with -v to see where.\n"));
    }

    @Test
    void showsWhereItCrashedOnlyWhenAskedAndNeverASecret() throws IOException {
        StubApplication application = new StubApplication()
                .with(Map.of("LOGIN", "me:hunter22"))
                .running(plan -> {
                    throw new IllegalStateException("with "
                            + plan.browsers().get(0).basicAuth().orElseThrow().reveal());
                });
        Path config = Files.writeString(temp.resolve("a.yaml"), """
                name: signup
                environments: {production: {url: https://www.example.com/}}
                browser: {basic-auth: "${secret:LOGIN}"}
                """);

        Call call = Call.smoke(application, "run", config.toString(), "-v");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("\tat dev.smokerunner.").doesNotContain("hunter22");
    }

    private String config(String name, String environments) throws IOException {
        String text = "name: " + name + "\nenvironments: {" + environments + "}\n";
        return Files.writeString(temp.resolve(name + ".yaml"), text).toString();
    }
}
