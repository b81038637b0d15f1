package dev.smokerunner.check.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostScriptsTest {
    private static final String BUILT = "https://cdn.example/js/app-1f2e3d4c.js";
    private static final String VENDOR = "https://cdn.example/js/vendor-9a0b1c2d.js";
    private static final String VISITS = "https://cdn.example/js/visits-1f2e3d4c.js";
    private static final String STATISTICS = "https://stats.example/w.js";

    private static APage losing(APage page, String url) {
        return page.requested(
                ARequest.of(Kind.SCRIPT, url).failing(NetworkFailure.Kind.DNS, "net::ERR_NAME_NOT_RESOLVED"));
    }

    private static Finding first(APage page) {
        List<Finding> findings = page.findings();
        assertThat(findings).isNotEmpty();
        return findings.get(0);
    }

    @Test
    void isAsBadAsAScriptWhereAllCodeComesFromThere() {
        String tags = "<script src=\"" + VENDOR + "\"></script><script src=\"" + BUILT + "\"></script>";
        Finding finding = first(losing(losing(APage.withBody(tags), VENDOR), BUILT));

        assertThat(finding.check()).isEqualTo("third-party");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.message())
                .startsWith("all of the page's code is named on cdn.example, a name that does not exist in DNS");
    }

    @Test
    void staysANoteWhereTheOnlyScriptIsOneThatMayCountVisits() {
        Finding lone = first(losing(APage.withBody("<script src=\"" + VISITS + "\"></script>"), VISITS));

        assertThat(lone.impact()).isEqualTo(Severity.SEV4);
    }

    @Test
    void isAsBadAsAScriptWhereTheOnlyOneIsCalledAsABuildsMainFile() {
        Finding lone = first(losing(APage.withBody("<script src=\"" + BUILT + "\"></script>"), BUILT));

        assertThat(lone.impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void staysANoteBesideOwnCodeAndForStatistics() {
        Finding beside = first(losing(
                APage.withBody("<script src=\"" + BUILT + "\"></script><script src=\"js/own.js\"></script>"), BUILT));
        Finding statistics = first(losing(APage.withBody("<script src=\"" + STATISTICS + "\"></script>"), STATISTICS));

        assertThat(beside.impact()).isEqualTo(Severity.SEV4);
        assertThat(statistics.impact()).isEqualTo(Severity.SEV4);
    }

    @Test
    void staysANoteWhereTheHostAnswersWithAnError() {
        Finding finding = first(APage.withBody("<script src=\"" + BUILT + "\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, BUILT).answered(404, "text/html")));

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
    }

    @Test
    void explainsTheErrorOfCodeThatNeedsIt() {
        List<Finding> findings = losing(
                        APage.withBody("<script src=\"" + STATISTICS + "\"></script><script>w.go()</script>"),
                        STATISTICS)
                .throwing("Uncaught ReferenceError: w is not defined", "", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("third-party");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void explainsTheErrorOfCodeWhoseFileIsMissingThere() {
        List<Finding> findings = APage.withBody("<script src=\"" + STATISTICS + "\"></script><script>w.go()</script>")
                .requested(ARequest.of(Kind.SCRIPT, STATISTICS).answered(404, "text/html"))
                .throwing("Uncaught ReferenceError: w is not defined", "", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("third-party");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void explainsNothingWhereThePageDoesNotWaitForIt() {
        List<Finding> findings = losing(
                        APage.withBody("<script async src=\"" + STATISTICS + "\"></script><script>w.go()</script>"),
                        STATISTICS)
                .throwing("Uncaught ReferenceError: w is not defined", "", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error", "third-party");
    }
}
