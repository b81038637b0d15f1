package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTypeCheckTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "audio/mpeg", "video/mp4", "text/csv"})
    void failsWhenBrowsersNeverRunSuchAScript(String type) {
        assertThat(findings(
                        APage.withBody("<script src=\"x\"></script>").answering("x", AnAnswer.of(200, type, "run();"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", ""})
    void passesAClassicScriptThatRunsWhateverItIsCalled(String type) {
        assertThat(findings(
                        APage.withBody("<script src=\"x\"></script>").answering("x", AnAnswer.of(200, type, "run();"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain"})
    void failsAClassicScriptWithNosniff(String type) {
        List<Finding> findings = findings(APage.withBody("<script src=\"x\"></script>")
                .answering("x", AnAnswer.of(200, type, "run();").with("x-content-type-options", "nosniff")));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains("sent as " + type + " with nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain", "binary/octet-stream"})
    void failsAModuleThatIsNotCalledJavaScript(String type) {
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, type, "run();"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/javascript", "application/javascript; charset=utf-8", "application/json"})
    void passesAModuleThatIs(String type) {
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, type, "1"))))
                .isEmpty();
    }

    @Test
    void failsAStyleSheetOfAnotherTypeInStandardsMode() {
        List<Finding> findings = findings(APage.withBody("<link rel=\"stylesheet\" href=\"x\">")
                .answering("x", AnAnswer.of(200, "text/plain", "a{}")));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).expected()).isEqualTo("text/css");
    }

    @Test
    void passesItInQuirksMode() {
        assertThat(findings(APage.withHtml("<link rel=\"stylesheet\" href=\"x\">")
                        .answering("x", AnAnswer.of(200, "text/plain", "a{}"))))
                .isEmpty();
    }

    @Test
    void passesAStyleSheet() {
        assertThat(findings(APage.withBody("<link rel=\"stylesheet\" href=\"x\">")
                        .answering("x", AnAnswer.of(200, "text/css; charset=utf-8", "a{}"))))
                .isEmpty();
    }

    @Test
    void passesAFrameThatIsAPageAndAPictureOfAnyType() {
        assertThat(findings(APage.withBody("<iframe src=\"f\"></iframe><img src=\"i\">")
                        .answering("f", AnAnswer.of(200, "text/html", PAGE))
                        .answering("i", AnAnswer.of(200, "application/octet-stream", "GIF89a"))))
                .isEmpty();
    }

    @Test
    void onlyNotesScriptsWhoseTypeNobodyGave() {
        List<Finding> findings = findings(APage.withBody("<script src=\"x\"></script><script src=\"y\"></script>")
                .answering("x", AnAnswer.of(200, "binary/octet-stream", "run();"))
                .answering("y", AnAnswer.of(200, "binary/octet-stream", "run();")));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV4);
        assertThat(findings.get(0).message()).contains("x, and 1 more, is sent as binary/octet-stream");
    }

    @Test
    void onlyNotesAScriptThatIsCalledHtmlAndRuns() {
        APage page = APage.withBody("<script src=\"x\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/html"))
                .answering("x", AnAnswer.of(200, "text/html", "run();"));

        assertThat(findings(page)).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV4);
            assertThat(finding.message())
                    .contains("is sent as text/html", "only as long as nobody adds X-Content-Type-Options: nosniff");
            assertThat(finding.expected()).isEqualTo("text/javascript");
        });
    }

    @Test
    void saysOfNoScriptThatItRunsWhereItThrows() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/html"))
                        .answering("x", AnAnswer.of(200, "text/html", "Not found"))
                        .throwing("SyntaxError: Unexpected identifier 'found'", "x", 1)))
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

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "binary/octet-stream", "application/xml"})
    void failsAnSvgDrawingThatIsNotCalledOne(String type) {
        List<Finding> findings = findings(APage.withBody("<img src=\"a.svg\">")
                .answering("a.svg", AnAnswer.of(200, type, "<?xml version=\"1.0\"?><!-- drawn --><svg xmlns=\"x\"/>")));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV3);
        assertThat(findings.get(0).expected()).isEqualTo("image/svg+xml");
    }

    @Test
    void believesTheBrowserThatRefusesAType() {
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "application/json"))
                        .saying(
                                BrowserMessage.Source.SECURITY,
                                "Failed to load module script: Expected a JavaScript-or-Wasm module script but the server"
                                        + " responded with a MIME type of \"application/json\".",
                                "x",
                                0)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: Failed to register a ServiceWorker for scope ('https://shop.example/') with script"
                        + " ('https://shop.example/sw.js'): The script has an unsupported MIME type ('text/html').",
                "widget: Refused to execute script from 'https://cdn.example/w.js' because its MIME type ('text/html') is"
                        + " not executable",
                "Push: the script has an unsupported MIME type ('text/html')"
            })
    void leavesTheScriptAloneThatOnlyTellsOfARefusal(String text) {
        assertThat(findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/javascript"))
                        .saying(BrowserMessage.Source.EXCEPTION, text, "x", 7)
                        .saying(BrowserMessage.Source.CONSOLE, text, "x", 9)))
                .isEmpty();
    }

    @Test
    void blamesTheWorkerThatTheTextNames() {
        List<Finding> findings = findings(APage.withBody("<script src=\"x\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "x").answered(200, "text/javascript"))
                .requested(ARequest.of(Kind.SCRIPT, "sw.js").answered(200, "text/plain"))
                .saying(
                        BrowserMessage.Source.EXCEPTION,
                        "SecurityError: Failed to register a ServiceWorker for scope ('https://shop.example/x') with script"
                                + " ('https://shop.example/sw.js'): The script has an unsupported MIME type ('text/plain').",
                        "x",
                        7));

        assertThat(findings).extracting(Finding::subject).containsExactly("https://shop.example/sw.js");
        assertThat(findings.get(0).actual()).isEqualTo("200 text/plain");
    }

    @Test
    void tellsTheTypeThatTheBrowserRefusedWhereAnotherAnswerIsAsItShouldBe() {
        List<Finding> findings = findings(APage.withBody("<script type=\"module\" src=\"x\"></script>")
                .answering("x", AnAnswer.of(200, "text/javascript", "run();"))
                .saying(
                        BrowserMessage.Source.SECURITY,
                        "Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded"
                                + " with a MIME type of \"text/html\". Strict MIME type checking is enforced.",
                        "x",
                        0));

        assertThat(findings)
                .extracting(Finding::actual)
                .containsExactly("text/html once, 200 text/javascript at another time");
    }

    @Test
    void takesNoLongerNameForTheOneThatIsNamed() {
        assertThat(findings(APage.withBody("<script src=\"x\"></script>")
                        .answering("x", AnAnswer.of(200, "text/plain", "run();"))
                        .saying(
                                BrowserMessage.Source.SECURITY,
                                "Refused to execute script from 'https://shop.example/x.js' because its MIME type"
                                        + " ('text/plain') is not executable, and strict MIME type checking is enabled.",
                                "x",
                                0)))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatWasNotServed() {
        assertThat(APage.withBody("<script src=\"x\"></script>")
                        .answering("x", AnAnswer.of(404, "text/html", PAGE))
                        .judgedBy(new AssetTypeCheck())
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
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

    @Test
    void failsForWebAssemblyThatIsCompiledWhileItComesInUnderAnotherType() {
        APage page = APage.healthy()
                .needing(Role.OTHER, "x.wasm", dev.smokerunner.observation.Demands.Need.WASM_TYPE)
                .answering("x.wasm", AnAnswer.of(200, "application/octet-stream", "\0asm"));
        APage right = APage.healthy()
                .needing(Role.OTHER, "x.wasm", dev.smokerunner.observation.Demands.Need.WASM_TYPE)
                .answering("x.wasm", AnAnswer.of(200, "application/wasm", "\0asm"));

        assertThat(page.judgedBy(new AssetTypeCheck()).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.expected()).isEqualTo("application/wasm"));
        assertThat(right.judgedBy(new AssetTypeCheck()).findings()).isEmpty();
    }
}
