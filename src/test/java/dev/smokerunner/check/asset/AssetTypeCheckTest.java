package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTypeCheckTest {
    private static final String PAGE = "<!-- built --> \n<!DOCTYPE html><html><body>Shop</body></html>";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetTypeCheck()).findings();
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

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "binary/octet-stream", "application/xml"})
    void failsAnSvgDrawingThatIsNotCalledOne(String type) {
        List<Finding> findings = findings(APage.withBody("<img src=\"a.svg\">")
                .answering("a.svg", AnAnswer.of(200, type, "<?xml version=\"1.0\"?><!-- drawn --><svg xmlns=\"x\"/>")));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV3);
        assertThat(findings.get(0).expected()).isEqualTo("image/svg+xml");
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
