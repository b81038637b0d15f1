package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitReportTest {

    @Test
    void hasACasePerCheckAndPageAndFailsOnlyWhatFailsTheRun() throws IOException {
        JUnitFile file = written(Samples.failing());

        assertThat(file.cases())
                .containsExactly(
                        "page-status /signup/:",
                        "asset-status /signup/: failure",
                        "asset-cache /signup/: system-out",
                        "release /signup/: skipped");
        assertThat(file.suite())
                .returns("signup.production", suite -> suite.getAttribute("name"))
                .returns("4", suite -> suite.getAttribute("tests"))
                .returns("1", suite -> suite.getAttribute("failures"))
                .returns("0", suite -> suite.getAttribute("errors"))
                .returns("1", suite -> suite.getAttribute("skipped"))
                .returns("1.830", suite -> suite.getAttribute("time"))
                .returns("2026-11-23T19:43:38", suite -> suite.getAttribute("timestamp"));
    }

    @Test
    void skipsTheCaseOfACheckWhoseFindingsAnotherOneTells() throws IOException {
        List<CheckResult> checks = List.of(
                CheckResult.judged(
                        "asset-status", 31, List.of(Samples.missingScript().build())),
                CheckResult.toldElsewhere("element", 5, "what it found follows from asset-status: main.js"));
        SmokeResult result = Samples.failed(
                Samples.production(),
                List.of(Samples.page(Samples.PAGE, checks)),
                List.of(Samples.missingScript().build()),
                checks);

        assertThat(written(result).cases())
                .containsExactly("asset-status /signup/: failure", "element /signup/: skipped");
    }

    @Test
    void tellsTheFiveFactsOfAFailure() throws IOException {
        Element failure = written(Samples.failing()).elements("failure").get(0);

        assertThat(failure.getAttribute("message"))
                .isEqualTo("https://www.example.com/signup/js/main-3f9a.js: A script of the page is not there.");
        assertThat(failure.getAttribute("type")).isEqualTo("asset-status");
        assertThat(failure.getTextContent()).isEqualTo("""
                        what: https://www.example.com/signup/js/main-3f9a.js
                        message: A script of the page is not there.
                        impact: Sev 2
                        where: index.html:12:5  <script src="js/main-3f9a.js">
                        expected: status 200
                        actual: 404 text/html, 1.2 kB
                        hint: the package has js/main-77b1.js
                        evidence: page error: ReferenceError: Signup is not defined
                        evidence: console: Failed to load
                        pages: https://www.example.com/signup/
                        reproduce: curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'
                        """);
    }

    @Test
    void showsWhatCouldNotBeJudgedAsAnError() throws IOException {
        assertThat(written(Samples.inconclusive()).cases())
                .containsExactly(
                        "page-status /signup/:",
                        "page-blank /signup/: error",
                        "page-error /signup/: error",
                        "asset-host /signup/: error");
    }

    @Test
    void showsAnInconclusiveRunWithoutAnErroredCheckAsAnErrorOfTheRunItself() throws IOException {
        SmokeResult result = Samples.result(
                Samples.staging(), Verdict.INCONCLUSIVE, Optional.of("no page"), List.of(), List.of(), List.of());

        assertThat(written(result).cases()).containsExactly("smoke run: error");
    }

    @Test
    void showsAFailedRunThatNoCaseExplainsAsAFailureOfTheRunItself() throws IOException {
        SmokeResult result = Samples.failed(
                Samples.staging(), List.of(), List.of(Samples.missingScript().build()), List.of());

        assertThat(written(result).cases()).containsExactly("smoke run: failure");
    }

    @Test
    void neverWritesASuiteThatJenkinsWouldIgnoreForBeingEmpty() throws IOException {
        SmokeResult result = Samples.passed(Samples.staging(), List.of(), List.of(), List.of());

        assertThat(written(result).cases()).containsExactly("smoke run:");
    }

    @Test
    void tellsPagesThatDifferOnlyInHostApart() throws IOException {
        List<CheckResult> checks = List.of(CheckResult.judged("page-status", 1, List.of()));
        SmokeResult result = Samples.passed(
                Samples.production(),
                List.of(
                        Samples.page(URI.create("https://a.example.com/?q=1"), checks),
                        Samples.page(URI.create("https://b.example.com/?q=1"), checks)),
                List.of(),
                checks);

        assertThat(written(result).cases()).containsExactly("page-status /?q=1:", "page-status /?q=1 (2):");
    }

    @Test
    void hasACaseForACheckOfTheWholeRun() throws IOException {
        SmokeResult result = Samples.passed(
                Samples.production(), List.of(), List.of(), List.of(CheckResult.judged("release", 12, List.of())));

        assertThat(written(result).cases()).containsExactly("release:");
    }

    @Test
    void writesSeveralResultsAsSuitesOfOneDocument() throws IOException {
        StringBuilder out = new StringBuilder();

        new JUnitReport().writeAll(List.of(Samples.failing(), Samples.failingOnStaging()), out);

        assertThat(new JUnitFile(out.toString()).suites()).containsExactly("signup.production", "signup.staging");
    }

    @Test
    void keepsDotsAndSlashesOutOfPackagesAndClasses() throws IOException {
        SmokeResult.Subject subject = new SmokeResult.Subject(
                "www.example.com/\u00fc", Optional.empty(), Optional.empty(), "", Audience.TEAM, "dist");

        JUnitFile file = written(Samples.passed(subject, List.of(), List.of(), List.of()));

        assertThat(file.suites()).containsExactly("www_example_com_\u00fc._");
    }

    @Test
    void addsUpToTheTimeThatThePagesTook() throws IOException {
        List<Double> times = written(Samples.failing()).elements("testcase").stream()
                .map(element -> Double.valueOf(element.getAttribute("time")))
                .toList();

        assertThat(times).containsExactly(0.61, 0.0, 0.0, 0.0);
    }

    private static JUnitFile written(SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        new JUnitReport().write(result, out);
        return new JUnitFile(out.toString());
    }
}
