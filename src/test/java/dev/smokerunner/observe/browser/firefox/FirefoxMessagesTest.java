package dev.smokerunner.observe.browser.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.NamedAddresses;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedText;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observation.RefusalFact.UncomparedDigest;
import dev.smokerunner.observation.RefusalFact.UndecodedFont;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence is Firefox 153's own, of pages that were made to draw it. */
class FirefoxMessagesTest {
    private static final String POLICY = "Content-Security-Policy: The page’s settings blocked ";

    private final FirefoxMessages messages = new FirefoxMessages();

    private List<MessageFact> thrown(String text) {
        return messages.facts(Source.EXCEPTION, Level.ERROR, text);
    }

    private List<MessageFact> refused(String text) {
        assertThat(FirefoxMessages.source(Level.ERROR, text, false)).isEqualTo(Source.SECURITY);
        return messages.facts(Source.SECURITY, Level.ERROR, text);
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
                "Firefox can’t establish a connection to the server at ws://localhost:25201/ws.",
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

    @Test
    void callsAGuessedCharsetNoError() {
        assertThat(FirefoxMessages.level(
                        Source.OTHER, Level.ERROR, "The character encoding of the document was not declared, so …"))
                .isEqualTo(Level.WARNING);
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
    void tellsWhichFileAPolicyForbids() {
        String text =
                POLICY + "a script (script-src-elem) at http://localhost:25201/a.js from being executed because it"
                        + " violates the following directive: “script-src 'self'”";

        assertThat(refused(text))
                .containsExactly(new RefusedAddress(
                        BlockingRule.CSP,
                        "http://localhost:25201/a.js",
                        Optional.of(new PolicyDirective("script-src 'self'")),
                        Optional.empty(),
                        new Quote("script-src 'self'")));
        assertThat(FirefoxMessages.kind(text)).isEqualTo(BrowserRequest.Kind.SCRIPT);
    }

    @Test
    void tellsWhatIsForbiddenByTheDirectiveForAllElse() {
        String text = POLICY + "the loading of a resource (connect-src) at http://localhost:25201/data because it"
                + " violates the following directive: “default-src 'self'”";

        assertThat(refused(text)).singleElement().satisfies(fact -> assertThat(((RefusedAddress) fact).directive())
                .contains(new PolicyDirective("default-src 'self'")));
        assertThat(FirefoxMessages.kind(text)).isEqualTo(BrowserRequest.Kind.CALL);
    }

    @Test
    void tellsWhatOfThePageAPolicyForbids() {
        PolicyDirective scripts = new PolicyDirective("script-src 'self'");
        PolicyDirective styles = new PolicyDirective("style-src 'self'");

        assertThat(refused(POLICY + "an inline script (script-src-elem) from being executed because it violates the"
                        + " following directive: “script-src 'self'”. Consider using a hash"
                        + " ('sha256-fyoFIuhHbxPnDkt80oY6VkZ+KzhXiXlo1mBKEtnhf54=') or a nonce."))
                .containsExactly(new RefusedInline(
                        RefusedInline.Kind.SCRIPT,
                        scripts,
                        Optional.of("sha256-fyoFIuhHbxPnDkt80oY6VkZ+KzhXiXlo1mBKEtnhf54=")));
        assertThat(refused(POLICY + "an inline style (style-src-attr) from being applied because it violates the"
                        + " following directive: “style-src 'self'”. Consider using a hash"
                        + " ('sha256-8f935d27GvUutRyY9yWScUMiFUk4WTdZURISiYfPOeQ=', requires 'unsafe-hashes' for style"
                        + " attributes) or a nonce.\nSource: color:red"))
                .containsExactly(new RefusedInline(
                        RefusedInline.Kind.STYLE,
                        styles,
                        Optional.of("sha256-8f935d27GvUutRyY9yWScUMiFUk4WTdZURISiYfPOeQ=")));
        assertThat(refused(POLICY + "an event handler (script-src-attr) from being executed because it violates the"
                        + " following directive: “script-src 'self'”. Consider using a hash"
                        + " ('sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI=') together with"
                        + " 'unsafe-hashes'.\nSource: x()"))
                .singleElement()
                .satisfies(fact -> assertThat(((RefusedInline) fact).kind()).isEqualTo(RefusedInline.Kind.HANDLER));
    }

    @Test
    void tellsThatTextWasNotTakenForMarkup() {
        assertThat(refused(POLICY + "assigning to an injection sink because it violates the following directive:"
                        + " “require-trusted-types-for ’script’“"))
                .containsExactly(new RefusedText(new PolicyDirective("require-trusted-types-for 'script'")));
        assertThat(thrown("TypeError: Element.innerHTML setter: Sink type mismatch violation blocked by CSP"))
                .contains(new RefusedText(new PolicyDirective("require-trusted-types-for")));
    }

    @Test
    void leavesCodeThatWasMadeOfTextToThePagesOwnWord() {
        assertThat(FirefoxMessages.source(
                        Level.ERROR,
                        POLICY + "a JavaScript eval (script-src) from being executed because it violates the following"
                                + " directive: “script-src 'self'” (Missing 'unsafe-eval')",
                        false))
                .isEqualTo(Source.NETWORK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CORS header ‘Access-Control-Allow-Origin’ missing | ABSENT",
                "CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.example’ | OTHER_ORIGIN",
                "Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’ | WILDCARD",
                "CORS preflight response did not succeed | PREFLIGHT"
            })
    void tellsWhatIsWrongWithAnAnswerForAnotherOrigin(String reason, CorsFlaw flaw) {
        assertThat(refused(
                        "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at"
                                + " http://localhost:25201/data. (Reason: " + reason + "). Status code: 200."))
                .containsExactly(new RefusedAddress(
                        BlockingRule.CORS,
                        "http://localhost:25201/data",
                        Optional.empty(),
                        Optional.of(flaw),
                        new Quote(reason)));
    }

    @Test
    void takesACallWithoutAnAnswerForNoRefusal() {
        assertThat(
                        refused(
                                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at"
                                        + " http://localhost:1/data. (Reason: CORS request did not succeed). Status code: (null)."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The resource from “http://a.example/n.js” was blocked due to MIME type (“text/plain”) mismatch"
                        + " (X-Content-Type-Options: nosniff). | text/plain",
                "Loading module from “http://a.example/n.js” was blocked because of a disallowed MIME type"
                        + " (“text/html”). | text/html",
                "Loading Worker from “http://a.example/n.js” was blocked because of a disallowed MIME type"
                        + " (“text/plain”). | text/plain",
                "Loading JSON module from “http://a.example/n.js” was blocked because of a disallowed MIME type"
                        + " (“text/plain”). | text/plain",
                "The stylesheet http://a.example/n.js was not loaded because its MIME type, “text/html”, is not"
                        + " “text/css”. | text/html"
            })
    void tellsThatAFileHasTheWrongType(String text, String type) {
        assertThat(refused(text))
                .containsExactly(new RefusedType(type, false, new NamedAddresses(List.of("http://a.example/n.js"))));
    }

    @Test
    void tellsOfIntegrityFontsFramesAndDrawings() {
        assertThat(refused("None of the “sha256” hashes in the integrity attribute match the content of the subresource"
                        + " at “http://a.example/i.js”. The computed hash is"
                        + " “a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=”."))
                .containsExactly(new RefusedDigest(
                        "http://a.example/i.js", "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="));
        assertThat(refused(
                        "“http://a.example/i.js” is not eligible for integrity checks since it’s neither CORS-enabled"
                                + " nor same-origin."))
                .containsExactly(new UncomparedDigest("http://a.example/i.js"));
        assertThat(refused("downloadable font: rejected by sanitizer (font-family: \"q\" style:normal weight:400"
                        + " stretch:100 src index:0) source: http://a.example/f.woff2"))
                .containsExactly(new UndecodedFont("http://a.example/f.woff2"));
        assertThat(refused("The loading of “http://a.example/x” in a frame is denied by “X-Frame-Options“ directive set"
                        + " to “deny“."))
                .singleElement()
                .satisfies(fact -> assertThat(((RefusedAddress) fact).rule()).isEqualTo(BlockingRule.FRAME));
        assertThat(refused(
                        "Security Error: Content at http://a.example/ may not load data from http://b.example/s.svg."))
                .containsExactly(new RefusedAddress(BlockingRule.SAME_ORIGIN, "http://b.example/s.svg", new Quote("")));
        assertThat(FirefoxMessages.source(
                        Level.ERROR,
                        "Security Error: Content at http://a.example/ may not load data from http://b.example/w.js.",
                        false))
                .isEqualTo(Source.OTHER);
    }
}
