package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AVisit;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThirdPartyCheckTest {
    private static CheckResult judge(APage page) {
        return page.judgedBy(new ThirdPartyCheck());
    }

    @Test
    void isOneMildFindingForAHost() {
        CheckResult result = judge(APage.healthy()
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js").answered(500, "text/plain"))
                .requested(ARequest.of(Kind.IMAGE, "https://ads.example.net/b.png")
                        .failing(NetworkFailure.Kind.RESET, "net::ERR_CONNECTION_RESET")));

        assertThat(result.findings()).hasSize(1);
        Finding finding = result.findings().get(0);
        assertThat(finding.subject()).isEqualTo("ads.example.net");
        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.evidence())
                .containsExactly(
                        "https://ads.example.net/a.js: 500 text/plain",
                        "https://ads.example.net/b.png: the connection was cut (net::ERR_CONNECTION_RESET)");
    }

    @Test
    void passesWhatCame() {
        CheckResult result = judge(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "https://cdn.example.net/a.js"))
                .requested(ARequest.of(Kind.CALL, "https://t.example.net/poll").open())
                .requested(ARequest.of(Kind.CALL, "https://t.example.net/hit")
                        .failing(NetworkFailure.Kind.ABORTED, "net::ERR_ABORTED")));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.subjects()).isEqualTo(3);
    }

    @Test
    void leavesThePagesOwnSiteAlone() {
        CheckResult result = judge(
                APage.healthy().requested(ARequest.of(Kind.SCRIPT, "js/a.js").answered(500, "")));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void saysWhenOnlyAnotherSiteHoldsUpTheLoadEvent() {
        CheckResult result = judge(APage.healthy()
                .taking(AVisit.timings(100, 12_000, 12_000))
                .requested(ARequest.of(Kind.SCRIPT, "js/a.js"))
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://ads.example.net/a.js").taking(Duration.ofSeconds(11))));

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly("ads.example.net holds up the page's load event: https://ads.example.net/a.js");
    }

    @Test
    void goesByPlainHttpWhereThereIsNoBrowser() {
        CheckResult result = judge(APage.withBody("<script src=\"https://cdn.example.net/a.js\"></script>")
                .withoutBrowser("not asked for", Fault.NOT_ASKED)
                .answering("https://cdn.example.net/a.js", AnAnswer.of(404, "text/html", "")));

        assertThat(result.findings()).hasSize(1);
    }
}
