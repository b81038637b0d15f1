package dev.smokerunner.check.release;

import static dev.smokerunner.check.ASite.file;
import static dev.smokerunner.check.ASite.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observation.UploadSighting;
import dev.smokerunner.observation.UploadSighting.Sample;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseCheckTest {
    private static final PageChange A_SCRIPT = new PageChange(
            PageChange.Kind.PUT_IN,
            PageChange.Touched.SCRIPT,
            "<script src=\"https://x.strange.example/a.js\">",
            List.of("x.strange.example"),
            "put in");

    private static final PageChange A_LOST_TEXT = new PageChange(
            PageChange.Kind.CHANGED, PageChange.Touched.TEXT, "anyway.", List.of(), "text that is not served");

    private static final SiteObservation NOTHING_ASKED =
            SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));

    @Test
    void passesWhenTheReleaseIsLive() {
        CheckResult result = judged(APage.healthy()
                .on(serving(file("index.html"), file("js/app.js")).seen()));

        assertThat(result).isEqualTo(CheckResult.judged("release", 2, List.of()));
    }

    @Test
    void knowsAPageOfAnErrorByItsBytes() {
        CheckResult result = judged(APage.healthy()
                .on(serving(file("index.html"), file("404.html").answering(404).altered(Difference.Kind.NONE, ""))
                        .seen()));

        assertThat(result).isEqualTo(CheckResult.judged("release", 2, List.of()));
    }

    @Test
    void isSkippedWhereNothingIsKnownOfARelease() {
        assertThat(judged(APage.healthy().on(NOTHING_ASKED)).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void isErroredWhereThePackageCannotBeRead() {
        SiteObservation site = NOTHING_ASKED.withRelease(Captured.unseen("the package is not there", Fault.TOOL));

        assertThat(judged(APage.healthy().on(site)))
                .isEqualTo(CheckResult.errored("release", "the package is not there"));
    }

    @Test
    void isErroredWhereTheTimeWasTooShort() {
        CheckResult result = judged(APage.healthy()
                .on(serving(file("index.html"), file("js/app.js").unasked()).seen()));

        assertThat(result)
                .isEqualTo(CheckResult.errored(
                        "release", "unknown: 1 of 2 files had not answered when the time was over: raise --timeout"));
    }

    @Test
    void tellsWhatIsMissingThoughTheTimeWasTooShort() {
        Finding finding = finding(serving(
                        file("index.html"),
                        file("js/a.js").answering(404),
                        file("js/b.js").unasked())
                .seen());

        assertThat(finding.message())
                .isEqualTo(
                        "missing: files of the release are not there: js/a.js (404); 1 of 3 files are the release's");
        assertThat(finding.evidence())
                .contains("1 of 3 files had not answered when the time was over: raise --timeout");
    }

    @Test
    void isAsBadAsNoSiteWhereNothingAnswers() {
        AnAnswer none = AnAnswer.none(NetworkFailure.Kind.TIMEOUT, "");
        Finding finding =
                finding(serving(file("index.html").silent(none), file("js/a.js").unasked())
                        .seen());

        assertThat(finding.impact()).isEqualTo(Severity.SEV1);
        assertThat(finding.message())
                .startsWith("missing: nothing answers where the release should be: index.html (no answer in time)");
    }

    @Test
    void saysThatACacheKeepsTheOldPageAndWhatToPurge() {
        Finding finding = finding(serving(
                        file("index.html")
                                .asFolder()
                                .differing(0.9)
                                .with("x-cache", "HIT")
                                .with("age", "87"),
                        file("js/app.js"))
                .seen());

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.subject()).isEqualTo("https://shop.example/");
        assertThat(finding.message())
                .isEqualTo(
                        "stale: the page that is served is not the release's but another one of the same product, kept"
                                + " by a cache for 87 s: index.html (other bytes); 1 of 2 files are the release's");
        assertThat(finding.hint())
                .contains("a cache still serves the old page (87 s old): purge https://shop.example/");
        assertThat(finding.expected()).isEqualTo("index.html of 500 bytes, SHA-256 aaaaaaaaaaaa…");
        assertThat(finding.actual()).isEqualTo("200 text/html, 500 bytes, SHA-256 bbbbbbbbbbbb…");
    }

    @Test
    void saysThatTheOriginHasWhatTheSiteLacks() {
        Finding finding = finding(
                serving(file("js/app.js").answering(404).with("x-cache", "HIT").with("age", "9"))
                        .withOrigin(file("js/app.js"))
                        .seen());

        assertThat(finding.message())
                .isEqualTo(
                        "missing: files of the release are not there: js/app.js (404); 0 of 1 files are the release's");
        assertThat(finding.hint())
                .contains("the origin has the release, and a cache still serves that it is missing (9 s old): purge"
                        + " https://shop.example/js/app.js");
    }

    @Test
    void saysThatTheReleaseWentBackwards() {
        Finding finding = finding(serving(file("index.html").differing(0.9), file("js/app.js"))
                .looked(ReleaseState.STALE, ReleaseState.LIVE, ReleaseState.STALE)
                .seen());

        assertThat(finding.message())
                .startsWith(
                        "stale: the release went backwards, it was live after 1.0 s, of 3 looks, 1 live, 2 stale; ");
        assertThat(finding.attempts()).isEqualTo(1);
    }

    @Test
    void doesNotBelieveALastGoodAnswerAfterContradictoryOnes() {
        Finding finding = finding(serving(file("index.html"))
                .looked(ReleaseState.LIVE, ReleaseState.STALE, ReleaseState.LIVE)
                .seen());

        assertThat(finding.message()).startsWith("converging: ").contains("of 3 looks, 2 live, 1 stale");
    }

    @Test
    void notesWhatSomethingOnTheWayChanged() {
        Finding finding = finding(serving(
                        file("index.html").altered(Difference.Kind.INSERTED, "40 characters were put in at offset 90"),
                        file("js/app.js"))
                .seen());

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.message())
                .isEqualTo(
                        "live, but something on the way put something into index.html: 40 characters were put in at offset 90");
        assertThat(finding.evidence()).containsExactly("index.html: 40 characters were put in at offset 90");
    }

    @Test
    void tellsWhatDiffersInAFileThatSomethingOnTheWayChanged() {
        Finding style = finding(
                serving(file("index.html"), file("css/app.css").differing(0.9)).seen());
        Finding data = finding(serving(file("index.html"), file("data/app.json").differing(0.9))
                .seen());

        assertThat(style.impact()).isEqualTo(Severity.SEV2);
        assertThat(style.message())
                .isEqualTo("altered on the way: the pages are the release's, and something changed what they load:"
                        + " css/app.css (other bytes): from line 3 on; 1 of 2 files are the release's");
        assertThat(data.impact()).isEqualTo(Severity.SEV3);
    }

    @Test
    void aPageThatIsCutInTheUploadIsOneFinding() {
        SiteObservation site = serving(
                        file("index.html").differingIn(A_LOST_TEXT).asFolder(), file("js/app.js"))
                .seen();
        APage page = APage.withHtml("<!DOCTYPE html><html><body><main><p>The slugs come")
                .on(site);

        assertThat(page.findings()).extracting(Finding::kind).containsExactly("page-cut");
    }

    @Test
    void namesTheHostOfAScriptThatAStrangerPutIn() {
        SiteObservation site = serving(file("index.html").differingIn(A_SCRIPT), file("js/app.js"))
                .seen();

        Finding finding = finding(site);
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.message())
                .startsWith("something on the way put a script of x.strange.example into index.html")
                .endsWith("<script src=\"https://x.strange.example/a.js\">");
        assertThat(APage.healthy()
                        .on(site)
                        .judgedBy(new ReleaseCheck(), Expecting.allowingHost("*.strange.example"))
                        .findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void saysWhatALogInPageIs() {
        Finding finding = finding(serving(file("index.html").called("Sign in", true), file("js/app.js"))
                .seen());

        assertThat(finding.message())
                .isEqualTo("foreign: a log-in page (\"Sign in\") answers where the release should be: index.html (other"
                        + " bytes); 1 of 2 files are the release's");
    }

    @Test
    void saysThatTwoBuildsAnswerInTurn() {
        Finding finding = finding(serving(file("index.html").naming("js/b.js"), file("js/app.js"))
                .looked(ReleaseState.LIVE, ReleaseState.STALE, ReleaseState.LIVE, ReleaseState.STALE)
                .seen());

        assertThat(finding.message()).startsWith("stale: two builds answer in turn: of 4 looks, 2 live, 2 stale; ");
        assertThat(finding.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("different builds"));
    }

    @Test
    void notesATypeThatNoVisitWouldMeet() {
        Finding finding = finding(serving(file("js/lazy.js").with("content-type", "application/octet-stream"))
                .seen());

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.message()).isEqualTo("live, but with a type that browsers may refuse: js/lazy.js");
    }

    @Test
    void notesThatWhatNoPageNeedsIsNotLive() {
        Finding finding = finding(
                serving(file("app.js"), file("app.js.map").answering(404)).seen());

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.message())
                .isEqualTo("files of the package that no page needs are not live: app.js.map (404)");
    }

    @Test
    void saysHowLongTheSiteWasBrokenDuringTheUpload() {
        SiteObservation site = NOTHING_ASKED.withUpload(Captured.seen(new UploadSighting(
                Duration.ofSeconds(4),
                List.of(
                        new Sample(Duration.ZERO, List.of()),
                        new Sample(Duration.ofSeconds(1), List.of(APage.URL.resolve("js/a.js"))),
                        new Sample(Duration.ofSeconds(3), List.of())))));

        Finding finding = judged(APage.healthy().on(site)).findings().get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.message())
                .isEqualTo("for 2.0 s of the upload the site was broken: 1 address did not answer,"
                        + " first 1.0 s after the watching began");
        assertThat(finding.evidence()).containsExactly("https://shop.example/js/a.js was missing for 2.0 s");
    }

    private static Finding finding(SiteObservation site) {
        List<Finding> findings = judged(APage.healthy().on(site)).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static CheckResult judged(APage page) {
        return page.judgedBy(new ReleaseCheck());
    }
}
