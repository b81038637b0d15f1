package dev.smokerunner.observe.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.HiddenError;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.OfWebAssembly;
import dev.smokerunner.observation.RefusalFact.RefusedScope;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ReferenceError: jQuery is not defined | NAME | jQuery",
                "TypeError: shop.cart.open is not a function | FUNCTION | open",
                "TypeError: window.Chart is not a constructor | CONSTRUCTOR | Chart",
                "Error: Script error for \"views/cart\", needed by: app | MODULE | views/cart",
            })
    void namesTheCodeThatIsMissed(String text, What what, String name) {
        assertThat(ErrorReader.read(text)).containsExactly(new MissedCode(what, Optional.of(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TypeError: Cannot read properties of undefined (reading 'mount') | VALUE",
                "TypeError: Cannot read property 'mount' of undefined | VALUE",
                "ChunkLoadError: Loading chunk 7 failed. | CHUNK",
                "Error: Loading CSS chunk 7 failed. | CHUNK",
                "ScriptExternalLoadError: Loading script failed. | CHUNK",
                "TypeError: Failed to register a ServiceWorker: ServiceWorker script evaluation failed | CHUNK",
                "TypeError: Failed to fetch dynamically imported module: https://shop.example/a.js | CHUNK",
                "SyntaxError: Unexpected token '<' | SCRIPT",
                "SyntaxError: Unexpected token < | SCRIPT",
            })
    void seesWhatIsMissedWithoutAName(String text, What what) {
        assertThat(ErrorReader.read(text)).containsExactly(new MissedCode(what, Optional.empty()));
    }

    @Test
    void tellsNullFromWhatIsUndefined() {
        assertThat(ErrorReader.read("TypeError: Cannot set properties of null (setting 'innerHTML')"))
                .containsExactlyInAnyOrder(
                        new MissedCode(What.VALUE, Optional.empty()),
                        new dev.smokerunner.observation.MessageFact.NullValue());
    }

    @Test
    void namesEachModuleThatALoaderGaveUp() {
        assertThat(ErrorReader.read("Error: Load timeout for modules: views/cart,lib/money\nhttps://requirejs.org"))
                .containsExactly(module("views/cart"), module("lib/money"));
    }

    @Test
    void namesTheBareModule() {
        String said =
                "TypeError: Failed to resolve module specifier \"vue\". Relative references must start with either"
                        + " \"/\", \"./\", or \"../\".";

        assertThat(ErrorReader.read(said)).containsExactly(new MissedCode(What.BARE_MODULE, Optional.of("vue")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TypeError: Failed to fetch", "TypeError: Load failed"})
    void seesACallWithoutAnAnswer(String text) {
        assertThat(ErrorReader.read(text)).containsExactly(new FailedCall(FailedCall.What.NO_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SyntaxError: Unexpected token 'N', \"Not Found\" is not valid JSON",
                "SyntaxError: Failed to execute 'json' on 'Response': Unexpected end of JSON input",
                "SyntaxError: Unexpected end of JSON input"
            })
    void seesAnAnswerThatIsNoJson(String text) {
        assertThat(ErrorReader.read(text)).containsExactly(new FailedCall(FailedCall.What.NO_JSON));
    }

    @Test
    void seesWebAssemblyAndHiddenErrors() {
        assertThat(ErrorReader.read(
                        "CompileError: WebAssembly.instantiateStreaming(): expected magic word 00 61 73 6d"))
                .containsExactly(new OfWebAssembly(false));
        assertThat(ErrorReader.read(
                        "TypeError: Failed to execute 'compile' on 'WebAssembly': Incorrect response MIME type."
                                + " Expected 'application/wasm'."))
                .containsExactly(new OfWebAssembly(true));
        assertThat(ErrorReader.read("Uncaught Script error.")).containsExactly(new HiddenError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Error: the cart is empty", "Script error in the kitchen", "is defined"})
    void makesNothingOfOtherWords(String text) {
        assertThat(ErrorReader.read(text)).isEmpty();
    }

    @Test
    void readsLongTextsInNoTime() {
        String words = "a ".repeat(1_000) + "is not";
        String quotes = "'".repeat(2_000) + "module specifier";

        assertTimeout(Duration.ofSeconds(2), () -> ErrorReader.read(words));
        assertTimeout(Duration.ofSeconds(2), () -> ErrorReader.read(quotes));
    }

    private static MessageFact module(String name) {
        return new MissedCode(What.MODULE, Optional.of(name));
    }

    @Test
    void readsWhichScopeAServiceWorkerMayHave() {
        assertThat(ErrorReader.read(
                        "SecurityError: Failed to register a ServiceWorker for scope ('https://shop.example/')"
                                + " with script ('https://shop.example/js/sw.js'): The path of the provided scope ('/') is not under"
                                + " the max scope allowed ('/js/'). Adjust the scope"))
                .containsExactly(new RefusedScope("https://shop.example/js/sw.js", "/", "/js/"));
    }
}
