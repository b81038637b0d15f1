package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageErrorCheckTest {
    private static CheckResult judge(APage page) {
        return page.judgedBy(new PageErrorCheck());
    }

    @Test
    void failsWithTheScriptAndItsLine() {
        Finding finding = judge(APage.healthy().throwing("Uncaught TypeError: x is null", "js/app.js", 12))
                .findings()
                .get(0);

        assertThat(finding.subject()).isEqualTo("https://shop.example/js/app.js:12");
        assertThat(finding.message()).isEqualTo("the page throws: Uncaught TypeError: x is null");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void showsTheCodeWhereItIsThrown() {
        Finding finding = judge(APage.withBody("<script src=js/app.js></script>")
                        .answering("js/app.js", AnAnswer.of(200, "text/javascript", "start();\n\nshop.open();\n"))
                        .throwing("Uncaught ReferenceError: shop is not defined", "https://shop.example/js/app.js", 3))
                .findings()
                .get(0);

        assertThat(finding.where().orElseThrow()).hasToString("js/app.js:3:1");
        assertThat(finding.where().orElseThrow().excerpt()).isEqualTo("shop.open();");
        assertThat(finding.reproduce().orElseThrow())
                .isEqualTo("curl -sS --compressed 'https://shop.example/js/app.js' | sed -n '3p' | cut -c 1-300");
        assertThat(finding.actual()).isEmpty();
    }

    @Test
    void namesThePageWhereTheBrowserNamesNoScript() {
        assertThat(judge(APage.healthy().throwing("Error: x", "", 0))
                        .findings()
                        .get(0)
                        .subject())
                .isEqualTo("https://shop.example/");
    }

    @Test
    void tellsTheSameErrorOnceWithAllItsPlaces() {
        CheckResult result = judge(APage.healthy()
                .throwing("Error: x", "a.js", 1)
                .throwing("Error: x", "a.js", 1)
                .throwing("Error: x", "a.js", 2));

        assertThat(result.findings()).extracting(Finding::actual).containsExactly("3 times");
        assertThat(result.findings().get(0).subject()).endsWith("a.js:1");
        assertThat(result.findings().get(0).evidence()).containsExactly("also at https://shop.example/a.js:2");
    }

    @Test
    void keepsTheErrorOfAnotherSiteApartFromTheSameOneOfThePage() {
        CheckResult result = judge(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js"))
                .throwing("Error: x", "https://ads.example.net/a.js", 1)
                .throwing("Error: x", "a.js", 2));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV4, Severity.SEV2);
    }

    @Test
    void isMildWhereAScriptOfAnotherSiteThrows() {
        CheckResult result = judge(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js"))
                .throwing("Error: ad", "https://ads.example.net/a.js", 1)
                .throwing("Script error.", "", 0));

        assertThat(result.findings()).extracting(Finding::impact).containsOnly(Severity.SEV4);
    }

    @Test
    void leavesAloneWhatTheConfigAllows() {
        CheckResult result = APage.healthy()
                .throwing("ResizeObserver loop limit exceeded", "a.js", 1)
                .throwing("Error: 42 things", "a.js", 1)
                .judgedBy(new PageErrorCheck(), Expecting.allowing("ResizeObserver loop", "/\\d+ things$/"));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesTheConsoleToAnotherCheck() {
        assertThat(judge(APage.healthy().saying(Source.CONSOLE, "x", "a.js", 1)).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void boundsAFloodOfErrors() {
        APage page = APage.healthy();
        for (int i = 0; i < 1000; i++) {
            page.throwing("Error: " + i + "x".repeat(5000), "a.js", i);
        }

        CheckResult result = judge(page);

        assertThat(result.subjects()).isEqualTo(1000);
        assertThat(result.findings()).hasSize(20);
        assertThat(result.findings().get(0).message()).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReferenceError: tracker",
                "/^Uncaught ReferenceError: tracker/",
                "/^Uncaught \\(in promise\\) ReferenceError: tracker/"
            })
    void leavesAloneWhatTheConfigAllowsAsItWasThrownOrInTheWordsOfTheConsole(String allowed) {
        CheckResult result = APage.healthy()
                .throwing("ReferenceError: tracker is not defined", "js/a.js", 1)
                .judgedBy(new PageErrorCheck(), Expecting.allowing(allowed));

        assertThat(result.findings()).isEmpty();
    }
}
