package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetBodyCheckTest {
    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetBodyCheck()).findings();
    }

    private static List<Finding> findings(AnAnswer answer) {
        return findings(pageWithScript().answering("x.js", answer));
    }

    private static APage pageWithScript() {
        return APage.withBody("<script src=\"x.js\"></script>");
    }

    @Test
    void failsWhenAScriptIsEmpty() {
        List<Finding> findings = findings(AnAnswer.of(200, "text/javascript", ""));

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("the script https://shop.example/x.js is empty");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void failsWhenAScriptIsAnsweredWithoutContent() {
        assertThat(findings(pageWithScript()
                        .requested(ARequest.of(Kind.SCRIPT, "x.js").answered(204, ""))))
                .hasSize(1);
    }

    @Test
    void failsWhenAPictureFileIsEmpty() {
        List<Finding> findings =
                findings(APage.withBody("<img src=\"a.png\">").answering("a.png", AnAnswer.of(200, "image/png", "")));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV3);
    }

    @Test
    void passesABeaconThatAnswersWithNothing() {
        assertThat(findings(APage.withBody("<img src=\"/hit?page=1\">")
                        .answering("/hit?page=1", AnAnswer.of(200, "image/gif", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "/* nothing yet */", "run();", "\uFEFFrun();"})
    void passesEveryOtherBody(String body) {
        assertThat(findings(AnAnswer.of(200, "text/javascript", body))).isEmpty();
    }

    @Test
    void failsWhenItIsTruncated() {
        List<Finding> findings = findings(
                AnAnswer.of(200, "text/javascript", "run(").brokenBy(NetworkFailure.Kind.TRUNCATED, "4 of 20 bytes"));

        assertThat(findings.get(0).message()).contains("is truncated");
        assertThat(findings.get(0).actual()).contains("4 of 20 bytes");
    }

    @Test
    void failsWhenTheBrowserCannotDecodeIt() {
        List<Finding> findings = findings(pageWithScript()
                .requested(ARequest.of(Kind.SCRIPT, "x.js")
                        .failingAfterStatus(NetworkFailure.Kind.DECODING, "net::ERR_CONTENT_DECODING_FAILED")));

        assertThat(findings.get(0).message()).contains("cannot be decoded");
    }

    @Test
    void believesTheBrowserThatGotItWhole() {
        assertThat(findings(pageWithScript()
                        .requested(ARequest.of(Kind.SCRIPT, "x.js").answered(200, "text/javascript"))
                        .answering(
                                "x.js",
                                AnAnswer.of(200, "text/javascript", "r")
                                        .brokenBy(NetworkFailure.Kind.TRUNCATED, "1 of 2"))))
                .isEmpty();
    }

    @Test
    void failsWhenItIsStillCompressed() {
        List<Finding> findings =
                findings(AnAnswer.of(200, "text/javascript", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}));

        assertThat(findings.get(0).message()).contains("compressed and does not say so");
    }

    @Test
    void failsWhenItIsUtf16WithoutAMark() {
        assertThat(findings(AnAnswer.of(200, "text/javascript", "run();".getBytes(StandardCharsets.UTF_16LE)))
                        .get(0)
                        .message())
                .contains("UTF-16");
    }

    @Test
    void passesUtf16WithAMarkOrAName() {
        byte[] named = "run();".getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = "run();".getBytes(StandardCharsets.UTF_16);

        assertThat(findings(AnAnswer.of(200, "text/javascript; charset=UTF-16LE", named)))
                .isEmpty();
        assertThat(findings(AnAnswer.of(200, "text/javascript", marked))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"styles-5INURTSO.css", "index-tn0RQdqM.css", "styles.31d6cfe0d16ae931b73c.css"})
    void passesAStyleSheetWhoseNameSaysThatItWasEmptyWhenItWasBuilt(String name) {
        assertThat(findings(APage.withBody("<link rel=\"stylesheet\" href=\"" + name + "\">")
                        .answering(name, AnAnswer.of(200, "text/css", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=\"x\">", "<script src=\"x\"></script>", "<link rel=\"stylesheet\" href=\"x\">"})
    void failsWhenItIsAPointerOfGitLfs(String tag) {
        List<Finding> findings = findings(APage.withBody(tag)
                .answering("x", AnAnswer.of(200, "", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n")));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains("is a pointer of Git LFS");
    }

    @Test
    void failsWhenAStyleSheetHoldsAnUnsettledMerge() {
        assertThat(findings(APage.withBody("<link rel=\"stylesheet\" href=\"x\">")
                        .answering(
                                "x",
                                AnAnswer.of(200, "text/css", "a{}\n<<<<<<< HEAD\nb{}\n=======\nc{}\n>>>>>>> main\n"))))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("a merge that was never settled");
    }

    @Test
    void failsWhenAPictureWasTakenForText() {
        byte[] png = new byte[300];
        new java.util.Random(7).nextBytes(png);
        byte[] mangled = new String(png, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);

        assertThat(findings(APage.withBody("<img src=\"x\">").answering("x", AnAnswer.of(200, "image/png", mangled))))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("took its bytes for text");
        assertThat(findings(APage.withBody("<img src=\"x\">").answering("x", AnAnswer.of(200, "image/png", png))))
                .isEmpty();
    }

    @Test
    void failsWhenAFontIsText() {
        assertThat(findings(APage.withBody("<link rel=\"preload\" as=\"font\" href=\"x\">")
                        .answering("x", AnAnswer.of(200, "font/woff2", "Not Found"))))
                .extracting(Finding::message)
                .containsExactly("the font https://shop.example/x is no font: its bytes are text");
    }

    @Test
    void failsWhenAScriptIsBinary() {
        byte[] brotli = new byte[600];
        new java.util.Random(3).nextBytes(brotli);

        assertThat(findings(AnAnswer.of(200, "text/javascript", brotli)))
                .extracting(Finding::message)
                .containsExactly("the script https://shop.example/x.js is not text: its bytes are binary");
    }

    @Test
    void passesTextInAnOldEncoding() {
        byte[] japanese = "// \u65e5\u672c\u8a9e\u306e\u30b3\u30e1\u30f3\u30c8\nrun();"
                .getBytes(java.nio.charset.Charset.forName("Shift_JIS"));

        assertThat(findings(AnAnswer.of(200, "text/javascript; charset=shift_jis", japanese)))
                .isEmpty();
    }

    @Test
    void failsWhenTheBrowserCannotDecodeAFont() {
        assertThat(findings(APage.withBody("<link rel=\"preload\" as=\"font\" href=\"x\">")
                        .requested(ARequest.of(Kind.FONT, "x").answered(200, "font/woff2"))
                        .saying(
                                dev.smokerunner.observation.BrowserMessage.Source.OTHER,
                                "Failed to decode downloaded font: https://shop.example/x",
                                "",
                                0)))
                .hasSize(1);
    }

    @Test
    void failsWhenTheBrowserCannotParseIt() {
        List<Finding> findings = findings(pageWithScript()
                .answering("x.js", AnAnswer.of(200, "text/javascript", "function run( {"))
                .throwing("Uncaught SyntaxError: Unexpected end of input", "x.js", 1));

        assertThat(findings.get(0).message()).contains("cannot be parsed");
        assertThat(findings.get(0).evidence())
                .containsExactly(
                        "at x.js:1:1: function run( {",
                        "Uncaught SyntaxError: Unexpected end of input at https://shop.example/x.js:1");
    }

    @Test
    void failsWhenAScriptEndsBeforeItsBracketsAreClosedThoughNobodySaysSo() {
        List<Finding> findings = findings(pageWithScript()
                .answering("x.js", AnAnswer.of(200, "text/javascript", "let a = [1,\n  f(2"))
                .requested(ARequest.of(Kind.SCRIPT, "x.js").answered(200, "text/javascript"))
                .leavingOpen("x.js", 2, 4));

        assertThat(findings).extracting(Finding::kind).containsExactly("script-unparsable");
        assertThat(findings.get(0).actual())
                .isEqualTo("its end leaves the bracket open that stands at line 2, column 4");
    }

    @Test
    void tellsWhatTheBrowserSaysOfACutScriptRatherThanItsOpenBracket() {
        assertThat(findings(pageWithScript()
                        .answering("x.js", AnAnswer.of(200, "text/javascript", "function run( {"))
                        .throwing("Uncaught SyntaxError: Unexpected end of input", "x.js", 1)
                        .leavingOpen("x.js", 1, 15)))
                .extracting(Finding::actual)
                .containsExactly("Uncaught SyntaxError: Unexpected end of input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uncaught SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
                "Uncaught SyntaxError: Failed to execute 'querySelector' on 'Document': '#' is not a valid selector",
                "Uncaught SyntaxError: Invalid regular expression: /(/",
                "Uncaught (in promise) SyntaxError: Unexpected token",
                "Uncaught TypeError: x is not a function"
            })
    void passesAScriptThatOnlyThrowsWhileItRuns(String error) {
        assertThat(findings(pageWithScript()
                        .answering("x.js", AnAnswer.of(200, "text/javascript", "run();"))
                        .throwing(error, "x.js", 1)))
                .isEmpty();
    }
}
