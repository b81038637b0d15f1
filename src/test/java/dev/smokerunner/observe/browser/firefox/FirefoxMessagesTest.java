package dev.smokerunner.observe.browser.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.FailedInstallation;
import dev.smokerunner.observation.MessageFact.FailedSocket;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.Quote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence is Firefox 153's own, of pages that were made to draw it. */
class FirefoxMessagesTest {
    private final FirefoxMessages messages = new FirefoxMessages();

    private List<MessageFact> thrown(String text) {
        return messages.facts(Source.EXCEPTION, Level.ERROR, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReferenceError: foo is not defined",
                "TypeError: rej",
                "Error: lost",
                "ChunkLoadError: Loading chunk 7 failed.",
                "uncaught exception: plain",
                "SyntaxError: expected expression, got '<'"
            })
    void knowsWhatWasThrown(String text) {
        assertThat(FirefoxMessages.source(Level.ERROR, text, false)).isEqualTo(Source.EXCEPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The hash contained in the integrity attribute has the wrong length.",
                "The character encoding of the document was not declared, so the encoding was guessed from content."
            })
    void takesTheBrowsersOwnRemarksForNoException(String text) {
        assertThat(FirefoxMessages.source(Level.ERROR, text, false)).isEqualTo(Source.OTHER);
    }

    @Test
    void takesANamelessErrorOfAScriptForAnException() {
        assertThat(FirefoxMessages.source(Level.ERROR, "gone fishing", true)).isEqualTo(Source.EXCEPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The character encoding of the document was not declared, so …",
                "Content-Security-Policy: (Report-Only policy) The page’s settings would block a script (script-src-elem) at …"
            })
    void callsNoErrorWhatHarmsNothing(String text) {
        assertThat(FirefoxMessages.level(Source.OTHER, Level.ERROR, text)).isEqualTo(Level.WARNING);
    }

    @Test
    void tellsWhatWasThrownWithoutTheWordsBefore() {
        assertThat(thrown("uncaught exception: str"))
                .filteredOn(Thrown.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(((Thrown) fact).bare().text()).isEqualTo("str"));
        assertThat(thrown("TypeError: x"))
                .filteredOn(Thrown.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(((Thrown) fact).error()).contains("TypeError"));
    }

    @Test
    void tellsWhichCodeWasMissed() {
        assertThat(thrown("ReferenceError: shop is not defined"))
                .contains(new MissedCode(What.NAME, Optional.of("shop")));
        assertThat(thrown("TypeError: o.open is not a function"))
                .contains(new MissedCode(What.FUNCTION, Optional.of("open")));
        assertThat(thrown("TypeError: The specifier “nope” was a bare specifier, but was not remapped to anything."))
                .contains(new MissedCode(What.BARE_MODULE, Optional.of("nope")));
        assertThat(thrown("TypeError: error loading dynamically imported module: http://127.0.0.1:1/a.js"))
                .contains(new MissedCode(What.CHUNK, Optional.empty()));
        assertThat(thrown("SyntaxError: expected expression, got '<'"))
                .contains(new MissedCode(What.SCRIPT, Optional.empty()));
    }

    @Test
    void tellsWhichWorkerWasNotInstalled() {
        assertThat(thrown("TypeError: ServiceWorker script at http://127.0.0.1:1/sw.js for scope http://127.0.0.1:1/"
                        + " encountered an error during installation."))
                .contains(new FailedInstallation("http://127.0.0.1:1/sw.js"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: can't access property \"x\", u is undefined",
                "TypeError: can't access property \"foo\" of undefined",
                "TypeError: u is undefined"
            })
    void tellsThatAValueWasMissed(String text) {
        assertThat(thrown(text))
                .contains(new MissedCode(What.VALUE, Optional.empty()))
                .doesNotContain(new NullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: can't access property \"x\", n is null",
                "TypeError: can't access property \"foo\" of null",
                "TypeError: can't access property \"a\", document.getElementById(...) is null"
            })
    void tellsThatAnElementWasMissed(String text) {
        assertThat(thrown(text)).contains(new NullValue(), new MissedCode(What.VALUE, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "SyntaxError: expected expression, got '<' | SCRIPT",
                "SyntaxError: export declarations may only appear at top level of a module | SCRIPT",
                "SyntaxError: JSON.parse: unexpected character at line 1 column 1 of the JSON data | JSON",
                "SyntaxError: Document.querySelector: 'a[' is not a valid selector | OTHER"
            })
    void tellsWhichTextCouldNotBeParsed(String text, UnparsedText.What what) {
        assertThat(thrown(text)).contains(new UnparsedText(what));
    }

    @Test
    void tellsMoreOfSyntax() {
        assertThat(thrown("SyntaxError: redeclaration of let dup")).contains(new RedeclaredName("dup"));
        assertThat(thrown("SyntaxError: import.meta may only appear in a module"))
                .contains(new ModuleSyntax());
    }

    @Test
    void tellsOfCalls() {
        assertThat(thrown("TypeError: NetworkError when attempting to fetch resource."))
                .contains(new FailedCall(FailedCall.What.NO_ANSWER));
        assertThat(thrown("SyntaxError: JSON.parse: unexpected end of data at line 1 column 1 of the JSON data"))
                .contains(new FailedCall(FailedCall.What.NO_JSON));
    }

    @Test
    void knowsThatARefusedSocketIsTheNetworksMatter() {
        String text = "Firefox can’t establish a connection to the server at ws://localhost:65534/chat.";

        assertThat(FirefoxMessages.source(Level.ERROR, text, false)).isEqualTo(Source.NETWORK);
        assertThat(messages.facts(Source.NETWORK, Level.ERROR, text))
                .containsExactly(new FailedSocket(
                        "ws://localhost:65534/chat", new Quote("Firefox can’t establish a connection to the server")));
    }

    @Test
    void knowsWhatIsKeptBackForWantOfADigest() {
        String text =
                "The page’s settings blocked a stylesheet at http://a.example/a.css from being loaded because it is"
                        + " missing integrity metadata.";

        assertThat(FirefoxMessages.undigested(text)).contains("http://a.example/a.css");
        assertThat(FirefoxMessages.kind(text)).isEqualTo(BrowserRequest.Kind.STYLE);
        assertThat(FirefoxMessages.undigested("(Report-Only policy) " + text)).isEmpty();
    }
}
