package dev.smokerunner.check.release;

import static dev.smokerunner.check.ASite.file;
import static dev.smokerunner.check.ASite.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a release, and what else is wrong with its page for the same reason, is told once. */
class ReleaseJoinsTest {
    private static final String SCRIPT = "<script src=\"js/app.js\"></script>";

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void aSiteThatIsClosedToEverybodyIsOneFinding(int status) {
        SiteObservation site = serving(
                        file("index.html").asFolder().answering(status),
                        file("js/app.js").answering(status))
                .seen();
        APage page = APage.healthy()
                .navigated(ARequest.of(Kind.DOCUMENT, "").answered(status, "text/html"))
                .on(site);

        assertThat(page.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("page-status");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("release"));
        });
    }

    @Test
    void aScriptThatWasChangedOnTheWayAndCannotBeParsedIsOneFinding() {
        APage page = APage.withBody(SCRIPT)
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").answered(200, "text/javascript"))
                .throwing("Uncaught SyntaxError: Unexpected end of input", "js/app.js", 9)
                .on(serving(file("index.html"), file("js/app.js").differing(0.9))
                        .seen());

        assertThat(page.findings()).extracting(Finding::kind).containsExactly("release-altered");
    }

    @Test
    void whatAPolicyForbidsThatWasPutInOnTheWayIsOneFinding() {
        PageChange policy = new PageChange(
                PageChange.Kind.CHANGED,
                PageChange.Touched.POLICY,
                "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">",
                List.of(),
                "put in");
        APage page = APage.withBody(SCRIPT)
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").failing(NetworkFailure.Kind.BLOCKED, ""))
                .saying(
                        Source.SECURITY,
                        "Loading the script 'https://shop.example/js/app.js' violates the following Content Security Policy"
                                + " directive: \"script-src 'none'\". The action has been blocked.",
                        "/",
                        0)
                .on(serving(file("index.html").asFolder().differingIn(policy), file("js/app.js"))
                        .seen());

        assertThat(page.findings()).extracting(Finding::kind).containsExactly("release-altered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hydration completed but contains mismatches.", "NG0500: During hydration Angular expected <b>"})
    void aPageWhoseCodeMissesWhatWasTakenOutOnTheWayIsOneFinding(String error) {
        APage page = APage.withBody(SCRIPT)
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").answered(200, "text/javascript"))
                .saying(Source.CONSOLE, error, "js/app.js", 5)
                .on(serving(file("index.html").asFolder().altered(Difference.Kind.WHITE_SPACE, ""), file("js/app.js"))
                        .seen());

        assertThat(page.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("release-file-altered");
            assertThat(finding.impact()).isEqualTo(Severity.SEV3);
            assertThat(finding.evidence()).anyMatch(line -> line.contains(error));
        });
    }
}
