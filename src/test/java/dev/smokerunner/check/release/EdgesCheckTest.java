package dev.smokerunner.check.release;

import static dev.smokerunner.check.ASite.file;
import static dev.smokerunner.check.ASite.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgesCheckTest {
    @Test
    void passesWhenAllPlacesServeTheSame() {
        CheckResult result = judged(serving(file("index.html"))
                .withOrigin(file("index.html"))
                .withEdge("203.0.113.7", file("index.html"))
                .compared());

        assertThat(result).isEqualTo(CheckResult.judged("edges", 2, List.of()));
    }

    @Test
    void isSkippedWhereNoneAreConfigured() {
        SiteObservation site = SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));

        assertThat(judged(site).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void isErroredWhereNoOtherPlaceCouldBeAsked() {
        assertThat(judged(serving(file("index.html")).compared()).outcome()).isEqualTo(Outcome.ERRORED);
    }

    @Test
    void namesTheEdgeThatLagsBehindAndWhatItKeeps() {
        Finding finding = finding(serving(file("index.html"))
                .withEdge(
                        "203.0.113.7",
                        file("index.html").differing(0.9).with("x-cache", "HIT").with("age", "40"))
                .compared());

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.message())
                .isEqualTo("edge 203.0.113.7 does not serve what the site serves: index.html (other bytes)");
        assertThat(finding.hint()).contains("it kept an old answer: purge https://shop.example/index.html there");
        assertThat(finding.evidence()).first().asString().endsWith("X-Cache: HIT, Age: 40");
    }

    @Test
    void namesTheEdgeThatSendsTheSameFileWithATypeThatBrowsersRefuse() {
        Finding finding = finding(serving(
                        file("index.html"), file("css/app.css").with("content-type", "text/css"))
                .withEdge("203.0.113.7", file("index.html"), file("css/app.css").with("content-type", "text/plain"))
                .compared());

        assertThat(finding.subject()).isEqualTo("https://shop.example/css/app.css");
        assertThat(finding.message()).endsWith("css/app.css (sent as text/plain)");
    }

    @Test
    void saysThatTheOriginHasItAndTheEdgeCachesA404() {
        Finding finding = finding(
                serving(file("js/app.js").answering(404).with("x-cache", "HIT").with("age", "33"))
                        .withOrigin(file("js/app.js"))
                        .compared());

        assertThat(finding.subject()).isEqualTo("https://shop.example/js/app.js");
        assertThat(finding.message()).isEqualTo("the origin has it, and the site has cached a 404: js/app.js (404)");
        assertThat(finding.hint()).contains("purge https://shop.example/js/app.js");
    }

    @Test
    void saysThatAnEdgeDoesNotAnswer() {
        Finding finding = finding(serving(file("index.html"))
                .withEdge("203.0.113.7", file("index.html").silent(AnAnswer.none(Kind.REFUSED, "")))
                .compared());

        assertThat(finding.message()).isEqualTo("edge 203.0.113.7 does not answer, while the site does");
        assertThat(finding.actual()).isEqualTo("the connection was refused");
    }

    @Test
    void saysWhyAnEdgeDoesNotAnswer() {
        assertThat(silent(Kind.TLS).message())
                .isEqualTo(
                        "edge 203.0.113.7 cannot be used: its certificate or handshake is wrong, while the site can");
        assertThat(silent(Kind.TLS).hint().orElseThrow()).contains("give it the certificate that the site has");
        assertThat(silent(Kind.TIMEOUT).message())
                .isEqualTo("edge 203.0.113.7 does not answer in time, while the site does");
        assertThat(silent(Kind.DNS).message())
                .isEqualTo("edge 203.0.113.7 does not answer: its name does not resolve, while the site does");
    }

    private static Finding silent(Kind kind) {
        return finding(serving(file("index.html"))
                .withEdge("203.0.113.7", file("index.html").silent(AnAnswer.none(kind, "")))
                .compared());
    }

    @Test
    void namesTheOneFileThatAnEdgeDoesNotSend() {
        Finding finding = finding(serving(file("index.html"), file("js/app.js"))
                .withEdge("203.0.113.7", file("index.html"), file("js/app.js").silent(AnAnswer.none(Kind.RESET, "")))
                .compared());

        assertThat(finding.message())
                .isEqualTo("edge 203.0.113.7 does not serve what the site serves: js/app.js (the connection was cut)");
    }

    @Test
    void showsHowToAskTheEdgeAndNotTheSite() {
        Finding finding = finding(serving(file("index.html"))
                .withMachine("203.0.113.7", file("index.html").differing(0.9).by("203.0.113.7"))
                .compared());

        assertThat(finding.reproduce())
                .contains("curl -sS --compressed --connect-to 'shop.example::203.0.113.7:443'"
                        + " 'https://shop.example/index.html' | sha256sum");
    }

    @Test
    void isErroredWhereAnotherMachineAnsweredForTheEdge() {
        CheckResult result = judged(serving(file("index.html"))
                .withMachine("203.0.113.7", file("index.html").by("198.51.100.1"))
                .compared());

        assertThat(result)
                .isEqualTo(CheckResult.errored(
                        "edges", "edge 203.0.113.7 was not reached: its answers came from 198.51.100.1"));
    }

    @Test
    void isErroredWhereTheTimeWasTooShort() {
        CheckResult result = judged(serving(file("index.html"), file("js/app.js"))
                .withEdge("203.0.113.7", file("index.html"), file("js/app.js").unasked())
                .compared());

        assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
        assertThat(result.reason().orElseThrow())
                .isEqualTo("edge 203.0.113.7: 1 of 2 files had not answered when the time was over: raise --timeout");
    }

    @Test
    void tellsWhatIsKnownThoughTheTimeWasTooShort() {
        Finding finding = finding(serving(file("index.html"), file("js/app.js"))
                .withEdge(
                        "203.0.113.7",
                        file("index.html").answering(404),
                        file("js/app.js").unasked())
                .compared());

        assertThat(finding.message()).endsWith("index.html (404)");
    }

    @Test
    void tellsOfAnEdgeThatIsTooSlow() {
        Finding finding = finding(serving(file("index.html"), file("js/app.js"))
                .withEdge(
                        "203.0.113.7",
                        file("index.html").after(Duration.ofSeconds(12)),
                        file("js/app.js").after(Duration.ofSeconds(13)))
                .compared());

        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.message())
                .isEqualTo("edge 203.0.113.7 is slow: it took 12.0 s to serve index.html, and the site took 20 ms;"
                        + " and 1 more as slow");
    }

    @Test
    void leavesASiteThatIsSlowEverywhereToTheCheckOfTheTime() {
        SiteObservation site = serving(file("index.html").after(Duration.ofSeconds(11)))
                .withEdge("203.0.113.7", file("index.html").after(Duration.ofSeconds(12)))
                .compared();

        assertThat(judged(site).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesASlowOriginAlone() {
        SiteObservation site = serving(file("index.html"))
                .withOrigin(file("index.html").after(Duration.ofSeconds(12)))
                .compared();

        assertThat(judged(site).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesWhatTheSiteServesAsWellToTheReleaseCheck() {
        SiteObservation site = serving(file("index.html").differing(0.9))
                .withEdge("203.0.113.7", file("index.html").differing(0.9))
                .seen();

        assertThat(judged(site).findings()).isEmpty();
    }

    @Test
    void doesNotBlameAnOriginThatAnswersItsFolderWithAListOfFiles() {
        SiteObservation site = serving(file("index.html").asFolder(), file("index.html"))
                .withOrigin(
                        file("index.html").asFolder().differing(0).with("content-type", "application/xml"),
                        file("index.html"))
                .seen();

        assertThat(judged(site).findings()).isEmpty();
    }

    private static Finding finding(SiteObservation site) {
        List<Finding> findings = judged(site).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static CheckResult judged(SiteObservation site) {
        return APage.healthy().on(site).judgedBy(new EdgesCheck());
    }
}
