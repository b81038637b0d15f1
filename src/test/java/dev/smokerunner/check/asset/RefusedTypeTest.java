package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code asset-type} makes of the browser's word that it refused a type. */
class RefusedTypeTest {
    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetTypeCheck()).findings();
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
}
