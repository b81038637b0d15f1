package dev.smokerunner.check;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void failsWhenTheBrowserCannotParseIt() {
        List<Finding> findings = findings(pageWithScript()
                .answering("x.js", AnAnswer.of(200, "text/javascript", "function run( {"))
                .throwing("Uncaught SyntaxError: Unexpected end of input", "x.js", 1));

        assertThat(findings.get(0).message()).contains("cannot be parsed");
        assertThat(findings.get(0).evidence())
                .containsExactly("Uncaught SyntaxError: Unexpected end of input at https://shop.example/x.js:1");
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
