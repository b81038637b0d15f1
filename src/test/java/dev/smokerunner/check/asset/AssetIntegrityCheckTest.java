package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetIntegrityCheckTest {
    private static final String WRONG = Digest.SHA384.of("stop();");
    private static final String RIGHT = Digest.SHA384.of("run();");

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetIntegrityCheck()).findings();
    }

    private static APage page(String url, String attributes) {
        return APage.withBody("<script src=\"" + url + "\" " + attributes + "></script>");
    }

    private static APage unseen(String integrity, String body) {
        return page("x.js", "integrity=\"" + integrity + "\"")
                .withoutBrowser("switched off", Fault.NOT_ASKED)
                .answering("x.js", AnAnswer.of(200, "text/javascript", body));
    }

    private static APage refusing(APage page, String url) {
        return page.saying(
                Source.SECURITY,
                "Failed to find a valid digest in the 'integrity' attribute for resource '" + url
                        + "' with computed SHA-384 integrity '" + RIGHT.substring(7)
                        + "'. The resource has been blocked.",
                "",
                0);
    }

    @Test
    void failsWithBothDigestsAndTheCommandThatShowsIt() {
        List<Finding> findings = findings(unseen(WRONG, "run();"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(findings.get(0).expected()).isEqualTo(WRONG);
        assertThat(findings.get(0).actual()).isEqualTo(RIGHT);
        assertThat(findings.get(0).reproduce())
                .contains("curl -sS 'https://shop.example/x.js' | openssl dgst -sha384 -binary | openssl base64 -A");
    }

    @Test
    void passesMatchingBytes() {
        assertThat(findings(unseen(RIGHT, "run();"))).isEmpty();
    }

    @Test
    void isSkippedWhereNoTagHasOne() {
        assertThat(APage.withBody("<script src=\"x.js\" integrity=\"\"></script>")
                        .judgedBy(new AssetIntegrityCheck())
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void tellsChangedLineEndings() {
        assertThat(findings(unseen(Digest.SHA384.of("a;\nb;\n"), "a;\r\nb;\r\n"))
                        .get(0)
                        .hint()
                        .orElseThrow())
                .contains("from LF to CRLF");
    }

    @Test
    void tellsADigestInHex() {
        assertThat(findings(unseen("sha256-" + "ab".repeat(32), "run();"))
                        .get(0)
                        .hint())
                .contains("the digest is written in hex: integrity wants base64");
    }

    @Test
    void tellsExchangedDigests() {
        List<Finding> findings =
                findings(unseen(WRONG, "run();").answering("y.js", AnAnswer.of(200, "text/javascript", "stop();")));

        assertThat(findings.get(0).hint()).contains("the digest is that of https://shop.example/y.js");
    }

    @Test
    void believesTheBrowserThatRanItWhereAWallAnswersPlainHttp() {
        assertThat(findings(page("x.js", "integrity=\"" + WRONG + "\"")
                        .requested(ARequest.of(Kind.SCRIPT, "x.js").answered(200, "text/javascript"))
                        .answering("x.js", AnAnswer.of(200, "text/javascript", "run();"))))
                .isEmpty();
    }

    @Test
    void believesTheBrowserThatRefusesIt() {
        assertThat(findings(refusing(
                                page("x.js", "integrity=\"" + WRONG + "\"")
                                        .requested(
                                                ARequest.of(Kind.SCRIPT, "x.js").answered(200, "text/javascript")),
                                "https://shop.example/x.js"))
                        .get(0)
                        .evidence())
                .anyMatch(line -> line.startsWith("Failed to find a valid digest"));
    }

    @Test
    void isMildForOtherSitesUntilSomethingBreaks() {
        APage page = refusing(
                page("https://cdn.example.net/lib.js", "crossorigin integrity=\"" + WRONG + "\""),
                "https://cdn.example.net/lib.js");

        assertThat(findings(page)).extracting(Finding::impact).containsExactly(Severity.SEV4);

        List<Finding> all = page.throwing("Uncaught ReferenceError: lib is not defined", "app.js", 1)
                .findings();

        assertThat(all).extracting(Finding::check).containsExactly("asset-integrity");
        assertThat(all.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void failsATagOfAnotherOriginWithoutCrossorigin() {
        List<Finding> findings = findings(page("https://static.shop.example/x.js", "integrity=\"" + RIGHT + "\""));

        assertThat(findings.get(0).message()).contains("no crossorigin");
        assertThat(findings.get(0).expected()).isEqualTo("crossorigin=\"anonymous\" on the tag");
    }

    @Test
    void onlyNotesWhatBrowsersDoNotUnderstandAndWhatIsPreloadedInVain() {
        assertThat(findings(unseen("md5-AAAA", "run();")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
        assertThat(findings(refusing(
                        APage.withBody(
                                "<link rel=\"preload\" as=\"script\" href=\"x.js\" integrity=\"" + WRONG + "\">"),
                        "https://shop.example/x.js")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void tellsAModuleThatOnlyTheImportMapKnows() {
        assertThat(findings(refusing(
                        APage.healthy()
                                .requested(ARequest.of(Kind.SCRIPT, "m.js").answered(200, "text/javascript")),
                        "https://shop.example/m.js")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV2);
    }
}
