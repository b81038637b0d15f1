package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code asset-type} says where a page or another text answers for an asset. */
class PageInsteadOfAssetTest {
    private static final String PAGE = "<!-- built --> \n<!DOCTYPE html><html><body>Shop</body></html>";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetTypeCheck()).findings();
    }

    @ParameterizedTest
    @CsvSource({
        "<script src=\"x\"></script>, script, SEV2",
        "<script type=\"module\" src=\"x\"></script>, module script, SEV2",
        "<link rel=\"stylesheet\" href=\"x\">, style sheet, SEV2",
        "<img src=\"x\">, picture, SEV3",
        "<link rel=\"preload\" as=\"font\" href=\"x\">, font, SEV3",
        "<link rel=\"manifest\" href=\"x\">, manifest, SEV3"
    })
    void failsWhenAPageAnswersInstead(String tag, String noun, Severity impact) {
        List<Finding> findings = findings(APage.withBody(tag).answering("x", AnAnswer.of(200, "text/html", PAGE)));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message())
                .isEqualTo("an HTML page answers instead of the " + noun
                        + " https://shop.example/x: the file is missing and the server falls back to a page");
        assertThat(findings.get(0).impact()).isEqualTo(impact);
        assertThat(findings.get(0).actual()).isEqualTo("200 text/html");
    }

    @Test
    void leavesWhatHasNoBytesToTheBodyCheck() {
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .answering("x", AnAnswer.of(204, "", ""))))
                .isEmpty();
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, "text/html", ""))))
                .isEmpty();
    }

    @Test
    void failsWhenThePageIsCalledAScript() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, "text/javascript", PAGE))))
                .hasSize(1);
    }

    @Test
    void failsWhenOnlyTheBrowserSawThePage() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/html"))))
                .hasSize(1);
    }

    @Test
    void showsHowItWasRedirectedToThePage() {
        List<Finding> findings = findings(APage.withBody("<script src=\"x\"></script>")
                .requested(
                        ARequest.of(Kind.SCRIPT, "x").answered(200, "text/html").redirectedTo("/")));

        assertThat(findings.get(0).evidence()).containsExactly("302 https://shop.example/x -> https://shop.example/");
    }

    @Test
    void believesTheBrowserWhereAWallAnswersPlainHttp() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/javascript"))
                        .answering("x", AnAnswer.of(200, "text/html", PAGE))))
                .isEmpty();
    }

    @Test
    void namesALogInPageThatAnswersInstead() {
        List<Finding> findings = findings(APage.withBody("<script src=\"x\"></script>")
                .answering(
                        "x",
                        AnAnswer.of(200, "text/html", "<!doctype html><title>Welcome</title>")
                                .redirectedTo("/account/login?to=x")));

        assertThat(findings.get(0).message()).startsWith("a log-in page answers instead of the script");
        assertThat(findings.get(0).evidence()).contains("its title is 'Welcome'");
    }

    @Test
    void namesABucketsErrorThatAnswersInstead() {
        List<Finding> findings = findings(APage.withBody("<link rel=\"stylesheet\" href=\"x\">")
                .answering(
                        "x",
                        AnAnswer.of(
                                200, "text/css", "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>")));

        assertThat(findings.get(0).message()).contains("an error document of the bucket", "NoSuchKey");
    }

    @Test
    void failsWhenJsonAnswersInsteadOfAScript() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, "text/javascript", "{ \"error\": \"not found\" }"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- hide\nrun();\n//-->", "{ \"use strict\"; run(); }", "[1, 2].forEach(run)"})
    void passesScriptsThatBeginOddly(String script) {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, "text/javascript", script))))
                .isEmpty();
    }

    @Test
    void judgesAPageOfCommentsInTime() {
        String comments = "<!---->".repeat(200);

        assertThat(MediaTypes.looksLikeHtml(comments)).isFalse();
    }

    @Test
    void saysOfAPageThatTheAddressNamesThatItIsThere() {
        List<Finding> findings = findings(APage.withBody("<script src=\"about.html\"></script>")
                .answering("about.html", AnAnswer.of(200, "text/html", PAGE)));

        assertThat(findings.get(0).message()).endsWith("that is what the address names");
    }
}
