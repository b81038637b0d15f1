package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors of a page follow from what it lost, and which are findings of their own. */
class ExplainedErrorsTest {
    private static APage withMissingScript(String src) {
        return APage.withBody("<script src=\"" + src + "\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, src).answered(404, "text/html"));
    }

    private static APage withHealthyScript(String src) {
        return APage.withBody("<script src=\"" + src + "\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, src).answered(200, "text/javascript"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uncaught ReferenceError: $ is not defined",
                "Uncaught TypeError: app.start is not a function",
                "Uncaught TypeError: Cannot read properties of undefined (reading 'x')",
                "Uncaught Error: Script error for \"lib\"",
                "Uncaught Error: Loading chunk 422 failed.",
                "Uncaught TypeError: Failed to resolve module specifier \"jquery\""
            })
    void whatRunsWithoutAMissingScriptIsEvidenceOfIt(String error) {
        List<Finding> findings = withMissingScript("js/lib-4d5e6f.js")
                .throwing(error, "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains(error) && line.contains("app.js:3"));
    }

    @Test
    void anErrorWithoutAnyLostScriptIsItsOwnFinding() {
        List<Finding> findings = withHealthyScript("js/lib.js")
                .throwing("ReferenceError: x is not defined", "js/lib.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
    }

    @Test
    void aLoaderThatGaveUpTellsOfTheScriptThatIsStillOpen() {
        List<Finding> findings = APage.withBody("<script src=\"js/require.js\"></script>")
                .taking(new Timings(
                        Optional.of(Duration.ofMillis(50)),
                        Optional.of(Duration.ofMillis(60)),
                        Optional.of(Duration.ofMillis(70)),
                        Optional.empty()))
                .requested(ARequest.of(Kind.SCRIPT, "js/require.js").answered(200, "text/javascript"))
                .requested(ARequest.of(Kind.SCRIPT, "js/app/Desk-4f81c2aa.js").open())
                .throwing("Uncaught Error: Load timeout for modules: Desk-4f81c2aa", "js/require.js", 169)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains("still open"));
    }

    @Test
    void anErrorOfAnotherKindIsItsOwnFindingBesideALostScript() {
        List<Finding> findings = withMissingScript("js/lib.js")
                .throwing("Uncaught RangeError: Invalid array length", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status", "page-error");
    }

    @Test
    void aMissingPictureExplainsNoError() {
        List<Finding> findings = APage.withBody("<img src=\"a.png\">")
                .requested(ARequest.of(Kind.IMAGE, "a.png").answered(404, ""))
                .throwing("ReferenceError: x is not defined", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error", "asset-status");
    }

    @Test
    void aScriptOfAnotherSiteDoesNotThrowForWantOfOurs() {
        List<Finding> findings = withMissingScript("js/lib.js")
                .requested(ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js"))
                .throwing("ReferenceError: x is not defined", "https://ads.example.net/a.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status", "page-error");
    }

    @Test
    void aLostScriptOfAnotherSiteLeavesTheErrorsImpactAsItIs() {
        List<Finding> findings = APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "https://cdn.example.net/jquery.js")
                        .answered(404, ""))
                .throwing("ReferenceError: $ is not defined", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error", "third-party");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void aFailedCallTakesOverTheErrorThatItLeadsTo() {
        List<Finding> findings = APage.healthy()
                .requested(ARequest.of(Kind.CALL, "/api/config").answered(200, "text/html"))
                .throwing("SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("api-call");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void aFailedCallTakesOverTheErrorOfWhoeverReadsItsAnswer() {
        List<Finding> findings = APage.healthy()
                .requested(ARequest.of(Kind.CALL, "/api/items").answered(500, "text/plain"))
                .throwing(
                        "SyntaxError: Failed to execute 'json' on 'Response': Unexpected end of JSON input",
                        "js/app.js",
                        2)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("api-call");
    }

    @Test
    void aCallWithoutAnswerTakesOverTheRejection() {
        List<Finding> findings = APage.healthy()
                .requested(ARequest.of(Kind.CALL, "/api/x").failing(NetworkFailure.Kind.REFUSED, "net::ERR_REFUSED"))
                .throwing("Uncaught (in promise) TypeError: Failed to fetch", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("api-call");
    }

    @Test
    void anErrorInTheConsoleThatNamesTheFileIsEvidence() {
        List<Finding> findings = withMissingScript("js/lib-4d5e6f.js")
                .saying(Source.CONSOLE, "could not load lib-4d5e6f.js, giving up", "js/app.js", 1)
                .saying(Source.CONSOLE, "something else", "js/app.js", 2)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status", "console-error");
        assertThat(findings.get(1).message()).contains("something else");
    }

    @Test
    void whatTheConsoleRepeatsIsEvidenceOfTheException() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .throwing("Uncaught TypeError: x is null", "js/app.js", 3)
                .saying(Source.CONSOLE, "Unhandled: TypeError: x is null in main", "js/app.js", 9)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
    }

    @Test
    void whatTheConsoleSaysOfAnotherSiteIsEvidenceOfIt() {
        List<Finding> findings = APage.healthy()
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js").answered(404, ""))
                .saying(Source.SECURITY, "Access to 'https://ads.example.net/b' has been blocked", "", 0)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("third-party");
    }

    @Test
    void anErrorAfterAnExceptionThatMayHaveKeptCodeFromRunningIsEvidenceOfIt() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .throwing("RangeError: Invalid array length", "js/app.js", 3)
                .throwing("ReferenceError: app is not defined", "", 0)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).endsWith("js/app.js:3");
            assertThat(finding.evidence()).contains("probably explains: 1 page error");
        });
    }

    @Test
    void anImpactThatTheConfigSetsHidesNoError() {
        List<Finding> findings = withMissingScript("promo/a.js")
                .throwing("ReferenceError: promo is not defined", "js/app.js", 3)
                .findings(Expecting.impact("asset-status", "*/promo/*", Severity.SEV4));

        assertThat(findings).extracting(Finding::check).containsExactly("page-error", "asset-status");
        assertThat(findings.get(0).hint().orElseThrow()).contains("promo/a.js");
    }

    @Test
    void whatHealedExplainsNoError() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .healed("js/app.js", "503")
                .throwing("ReferenceError: x is not defined", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error", "asset-status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"app/\": \"/js/\"} | true | comes too late",
                "{\"app/beds.js\": \"/b.js\"} | true | comes too late",
                "{\"lib/\": \"/js/\"} | true | has no entry",
                "{\"app/\": \"/js/\"} | false | has no entry",
            })
    void aMapBehindTheModuleIsTooLate(String imports, boolean isBehind, String hint) {
        String map = "<script type=\"importmap\">{\"imports\": " + imports + "}</script>";
        String module = "<script type=\"module\">import 'app/beds.js';</script>";

        List<Finding> findings = APage.withBody(isBehind ? module + map : map + module)
                .throwing("TypeError: Failed to resolve module specifier \"app/beds.js\"", "/", 1)
                .findings();

        assertThat(findings.get(0).hint().orElseThrow()).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i.createRoot(document.getElementById(\"shelf\")).render(x)",
                "(0,P.hydrateRoot)(document.querySelector('#shelf'),x)",
                "(0,l().H)(document.getElementById(`shelf`)).render((0,D.jsxs)(y))"
            })
    void anApplicationOfReactThatFindsNoElementIsToldWhichOne(String code) {
        List<Finding> findings = withHealthyScript("js/lib.js")
                .answering("js/lib.js", AnAnswer.of(200, "text/javascript", code))
                .throwing(
                        "Uncaught Error: Minified React error #299; visit https://react.dev/errors/299", "js/lib.js", 1)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("no element with the id shelf")));
    }

    @ParameterizedTest
    @CsvSource({
        "' src=\"maps.json\">', no import map from a file",
        "'>{\"imports\": {\"wood/\": \"/vendor/wood\"}}', does not end in a slash",
        "'>{\"imports\": {\"stone\": \"/vendor/stone.js\"}}', has no entry for"
    })
    void aNameThatAnImportMapDoesNotGiveIsToldWithTheReason(String map, String reason) {
        List<Finding> findings = APage.withBody(
                        "<script type=\"importmap\"" + map + "</script>", "<script type=\"module\">run()</script>")
                .throwing("Uncaught TypeError: Failed to resolve module specifier \"wood/oak.js\"", "", 3)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains(reason)));
    }
}
