package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiCallCheckTest {
    private static final String NOT_JSON =
            "Uncaught (in promise) SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON";

    private static CheckResult judge(APage page) {
        return page.judgedBy(new ApiCallCheck());
    }

    private static ARequest call(String url) {
        return ARequest.of(Kind.CALL, url).answered(200, "application/json");
    }

    @ParameterizedTest
    @CsvSource({"500, SEV3", "503, SEV3", "404, SEV3", "400, SEV3", "401, SEV4", "403, SEV4"})
    void failsOnItsStatus(int status, Severity impact) {
        CheckResult result = judge(APage.healthy().requested(call("/api/items").answered(status, "text/plain")));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(impact);
        assertThat(result.findings().get(0).message())
                .isEqualTo("the call of https://shop.example/api/items fails: " + status);
    }

    @Test
    void takesABucketsDenialForAMissingFileAndNotForALogIn() {
        CheckResult result = judge(APage.healthy().requested(call("/api/items").answered(403, "application/xml")));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV3);
    }

    @Test
    void takesAPageThatDeniesAFileOfDataForAServersDenialWhereThePageComplains() {
        ARequest denied = call("/i18n/en.json").answered(403, "text/html");

        assertThat(judge(APage.healthy().requested(denied).throwing(NOT_JSON, "app.js", 4))
                        .findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV3);
        assertThat(judge(APage.healthy().requested(denied)).findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
        assertThat(judge(APage.healthy()
                                .requested(call("/i18n/en.json").answered(403, "application/json"))
                                .throwing(NOT_JSON, "app.js", 4))
                        .findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void namesTheWebAssemblyThatIsRefusedForItsType() {
        APage page = APage.healthy().requested(call("/codec.wasm").answered(200, "application/octet-stream"));

        assertThat(judge(page).findings()).isEmpty();
        assertThat(judge(page.throwing(
                                "TypeError: Failed to execute 'compile' on 'WebAssembly': Incorrect response MIME type."
                                        + " Expected 'application/wasm'.",
                                "app.js",
                                1))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("call-answer-mistyped");
                    assertThat(finding.actual()).isEqualTo("application/octet-stream");
                });
    }

    @Test
    void failsWhenNoAnswerComes() {
        CheckResult result = judge(APage.healthy()
                .requested(call("/api/items").failing(NetworkFailure.Kind.REFUSED, "net::ERR_CONNECTION_REFUSED")));

        assertThat(result.findings().get(0).message()).contains("the connection was refused");
    }

    @Test
    void isOneFindingHoweverOftenItIsCalled() {
        CheckResult result = judge(APage.healthy()
                .requested(call("/api/items").answered(500, ""))
                .requested(call("/api/items").answered(500, "")));

        assertThat(result.findings()).hasSize(1);
    }

    @Test
    void passesWhatHealthyPagesDo() {
        CheckResult result = judge(APage.healthy()
                .requested(call("/api/items"))
                .requested(call("/api/beacon").answered(204, ""))
                .requested(call("/api/long-poll").open())
                .requested(ARequest.of(Kind.STREAM, "/api/events").open())
                .requested(call("/api/search?q=a").failing(NetworkFailure.Kind.ABORTED, "net::ERR_ABORTED"))
                .requested(call("/fragment").answered(200, "text/html"))
                .requested(call("/views/list.html").answered(200, "text/html")));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesOtherSitesAlone() {
        CheckResult result = judge(
                APage.healthy().requested(call("https://t.example.net/hit").answered(500, "")));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void failsWhenAPageAnswersForJson() {
        CheckResult result =
                judge(APage.healthy().requested(call("/config.json").answered(200, "text/html")));

        assertThat(result.findings().get(0).message())
                .isEqualTo("an HTML page answers the call of https://shop.example/config.json");
    }

    @Test
    void failsWhenTheScriptComplainsThatAPageIsNoJson() {
        CheckResult result = judge(APage.healthy()
                .requested(call("/api/config").answered(200, "text/html"))
                .requested(call("/views/list.html").answered(200, "text/html"))
                .throwing(NOT_JSON, "app.js", 4));

        assertThat(result.findings()).extracting(Finding::subject).containsExactly("https://shop.example/api/config");
        assertThat(result.findings().get(0).evidence()).hasSize(1);
    }

    @Test
    void failsWhenAWholePageAnswersACodeThatReadsJson() {
        CheckResult result =
                judge(APage.healthy().answeringByAPage(call("/api/items").answered(200, "text/html")));

        assertThat(result.findings()).extracting(Finding::subject).containsExactly("https://shop.example/api/items");
    }

    @Test
    void tellsHowOftenACallFails() {
        APage page = APage.healthy().requested(call("/api/items")).comingAndGoing("/api/items", "502", 3, 6);

        assertThat(judge(page).findings().get(0).message())
                .isEqualTo(
                        "the answer to the call of https://shop.example/api/items comes and goes: 3 of 6 answers failed");
        assertThat(judge(page).findings().get(0).impact()).isEqualTo(Severity.SEV3);
    }

    @Test
    void onlyNotesACallThatHealed() {
        APage page = APage.healthy().requested(call("/api/items")).healed("/api/items", "502");

        assertThat(judge(page).findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
    }

    @Test
    void hintsAtTheProxyForAPackageAlone() {
        APage page = APage.healthy()
                .at("http://127.0.0.1:4000/")
                .requested(call("http://127.0.0.1:4000/api/items").answered(403, "application/xml"));

        assertThat(judge(page).findings().get(0).hint()).isEmpty();
        assertThat(judge(page.packed(new PackageContents(List.of())))
                        .findings()
                        .get(0)
                        .hint()
                        .orElseThrow())
                .contains("proxy:");
    }

    @Test
    void onlyNotesA404InTheApisOwnWordsThatThePageTakes() {
        APage page = APage.healthy().requested(call("/api/basket").answered(404, "application/json"));
        APage ofAHost = APage.healthy().requested(call("/api/basket").answered(404, "text/html"));

        assertThat(judge(page).findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
        assertThat(judge(ofAHost).findings()).extracting(Finding::impact).containsExactly(Severity.SEV3);
        assertThat(judge(page.throwing("TypeError: basket is null", "app.js", 3))
                        .findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV3);
    }

    @Test
    void failsWhenACallThatMustBeMadeIsNot() {
        CheckResult result =
                APage.healthy().judgedBy(new ApiCallCheck(), Expecting.call("/api/config*", 200, Severity.SEV2));

        assertThat(result.findings().get(0).message()).isEqualTo("the page never calls /api/config*");
        assertThat(result.findings().get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void failsWhenACallIsNotAnsweredAsItMust() {
        CheckResult result = APage.healthy()
                .requested(call("/api/config?v=1").answered(202, ""))
                .judgedBy(new ApiCallCheck(), Expecting.call("/api/config*", 200, Severity.SEV2));

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).expected()).isEqualTo("status 200");
    }

    @Test
    void passesAFailureThatTheConfigExpects() {
        CheckResult result = APage.healthy()
                .requested(call("/api/me").answered(401, ""))
                .judgedBy(new ApiCallCheck(), Expecting.call("/api/me", 401, Severity.SEV3));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenAPageAnswersForAStreamOfEvents() {
        ARequest events = ARequest.of(Kind.STREAM, "/events").answered(200, "text/html");

        CheckResult result = judge(
                APage.healthy().requested(events.failingAfterStatus(NetworkFailure.Kind.ABORTED, "net::ERR_ABORTED")));

        assertThat(result.findings()).extracting(Finding::expected).containsExactly("text/event-stream");
    }
}
