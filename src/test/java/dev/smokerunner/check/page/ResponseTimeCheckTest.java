package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AVisit;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseTimeCheckTest {
    private static final Timings NEVER_LOADED =
            new Timings(Optional.of(Duration.ofMillis(50)), Optional.empty(), Optional.empty(), Optional.empty());

    private static CheckResult judge(APage page) {
        return page.judgedBy(new ResponseTimeCheck());
    }

    private static Finding only(CheckResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    @Test
    void passesAFastPage() {
        assertThat(judge(APage.healthy()).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void passesAPageThatTakesExactlyTheLimit() {
        assertThat(judge(APage.healthy().taking(AVisit.timings(100, 10_000, 10_000)))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenLoadingTakesTooLongAndNamesTheSlowestRequest() {
        Finding finding = only(judge(APage.healthy()
                .taking(AVisit.timings(100, 12_300, 12_400))
                .requested(ARequest.of(Kind.SCRIPT, "js/a.js").taking(Duration.ofSeconds(11)))
                .requested(ARequest.of(Kind.IMAGE, "b.png").taking(Duration.ofSeconds(12)))));

        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.subject()).isEqualTo("https://shop.example/b.png");
        assertThat(finding.expected()).isEqualTo("at most 10.0 s");
        assertThat(finding.actual()).isEqualTo("12.3 s");
        assertThat(finding.evidence())
                .containsExactly(
                        "https://shop.example/b.png: took 12.0 s", "https://shop.example/js/a.js: took 11.0 s");
    }

    @Test
    void namesTheRequestThatKeepsThePageFromLoading() {
        Finding finding = only(judge(APage.healthy()
                .taking(NEVER_LOADED)
                .ending(Ending.NOT_LOADED, "after 10 s")
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js").open())
                .requested(ARequest.of(Kind.SCRIPT, "js/slow.js").open())));

        assertThat(finding.message())
                .isEqualTo("the page never finishes loading: https://shop.example/js/slow.js is still open");
    }

    @Test
    void leavesToThirdPartyWhatOnlyOthersHoldUp() {
        CheckResult result = judge(APage.healthy()
                .taking(NEVER_LOADED)
                .ending(Ending.NOT_LOADED, "after 10 s")
                .requested(ARequest.of(Kind.CALL, "/long-poll").open())
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js").open()));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void judgesTheDocumentWhereItHasALimit() {
        ResponseTimeLimits limits = new ResponseTimeLimits(
                Optional.of(Duration.ofMillis(500)), Duration.ofSeconds(10), Duration.ofSeconds(10));

        CheckResult result = APage.healthy()
                .taking(AVisit.timings(800, 900, 900))
                .judgedBy(new ResponseTimeCheck(), Expecting.within(limits));

        assertThat(only(result).actual()).isEqualTo("800 ms");
    }

    @Test
    void failsWhenThePageIsReadyTooLate() {
        assertThat(only(judge(APage.healthy().taking(AVisit.timings(100, 400, 11_000))))
                        .message())
                .isEqualTo("the page takes longer than it may until it can be used");
    }

    @Test
    void passesAPageThatOnlyPollsForEver() {
        Timings neverReady = new Timings(
                Optional.of(Duration.ofMillis(50)),
                Optional.of(Duration.ofMillis(60)),
                Optional.of(Duration.ofMillis(70)),
                Optional.empty());

        CheckResult result = judge(APage.healthy()
                .taking(neverReady)
                .requested(ARequest.of(Kind.CALL, "/long-poll").open()));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesAPageThatAlwaysGoesOnToPageBlank() {
        CheckResult result = judge(APage.healthy()
                .ending(Ending.KEEPS_NAVIGATING, "the page went on 5 times")
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").open()));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void neverPassesAPageWithoutTimes() {
        assertThat(judge(APage.healthy().taking(Timings.NONE)).outcome()).isEqualTo(Outcome.ERRORED);
    }
}
