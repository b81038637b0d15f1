package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeveralBrowsersReportTest {
    private static final Finding MISSING = Samples.missingScript().build();
    private static final CheckResult FINE = CheckResult.judged("asset-status", 31, List.of());
    private static final CheckResult BAD = CheckResult.judged("asset-status", 31, List.of(MISSING));
    private static final CheckResult BLIND = CheckResult.errored("asset-status", "no browser");

    @TempDir
    Path temp;

    private static SmokeResult result(Finding told, CheckResult inFirefox) {
        return Samples.failed(
                Samples.production(),
                List.of(page("Chrome", BAD), page("Firefox", inFirefox)),
                List.of(told),
                List.of(BAD));
    }

    private static PageResult page(String browser, CheckResult check) {
        return Samples.withScreenshot(
                new PageResult(
                        Samples.PAGE,
                        Optional.of(browser),
                        OptionalInt.of(200),
                        Samples.times(),
                        27,
                        31,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(check)),
                (byte) 1);
    }

    private static Finding onlyInChrome() {
        return MISSING.toBuilder().browsers(List.of("Chrome")).build();
    }

    private static String told(SmokeResult result, ConsoleStyle style) throws IOException {
        StringBuilder out = new StringBuilder();
        new ConsoleReport(style).write(result, out);
        return out.toString();
    }

    @Test
    void tellOnTheConsoleWhichBrowserSawIt() throws IOException {
        assertThat(told(result(onlyInChrome(), FINE), ConsoleStyle.PLAIN))
                .contains(
                        "asset-status: A script of the page is not there (only in Chrome)\n",
                        "failed   https://www.example.com/signup/ in Chrome  200,",
                        "ok       https://www.example.com/signup/ in Firefox  200,",
                        "seen:      only in Chrome\n",
                        "FAIL     Sev 2  1 page in 2 browsers, 54 requests, 31 references;");
    }

    @Test
    void doNotSayOfABrowserThatCouldNotLookThatItSawNothing() throws IOException {
        assertThat(told(result(onlyInChrome(), BLIND), ConsoleStyle.PLAIN))
                .contains("seen:      in Chrome; Firefox could not look\n")
                .doesNotContain("only in");
    }

    @Test
    void nameAllBrowsersOnlyWhereEverythingIsAskedFor() throws IOException {
        SmokeResult both = result(MISSING, BAD);

        assertThat(told(both, ConsoleStyle.PLAIN)).doesNotContain("seen:");
        assertThat(told(both, new ConsoleStyle(false, false, true, 0))).contains("seen:      in Chrome and Firefox\n");
    }

    @Test
    void haveACaseForEachBrowser() throws IOException {
        StringBuilder xml = new StringBuilder();
        new JUnitReport().write(result(onlyInChrome(), FINE), xml);

        assertThat(xml)
                .contains("name=\"asset-status /signup/ in Chrome\"", "name=\"asset-status /signup/ in Firefox\"");
    }

    @Test
    void tellProgramsTheBrowserOfEachPageAndThoseOfAFinding() throws IOException {
        new ReportDirectory(temp, List.of(new JsonReport())).write(List.of(result(onlyInChrome(), FINE)));
        JsonNode tree = new JsonMapper().readTree(Files.readString(temp.resolve("result.json")));

        assertThat(tree.at("/pages/0/browser").asString()).isEqualTo("Chrome");
        assertThat(tree.at("/pages/1/browser").asString()).isEqualTo("Firefox");
        assertThat(tree.at("/pages/0/screenshot").asString()).isEqualTo("pages/1.png");
        assertThat(tree.at("/pages/1/screenshot").asString()).isEqualTo("pages/2.png");
        assertThat(tree.at("/findings/0/browsers/0").asString()).isEqualTo("Chrome");
    }
}
