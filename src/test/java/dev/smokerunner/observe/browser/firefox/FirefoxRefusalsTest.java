package dev.smokerunner.observe.browser.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.MessageFact;
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

/** Every sentence is Firefox 153's own, of pages that were made to draw it. */
class FirefoxRefusalsTest {
    private static final String POLICY = "Content-Security-Policy: The page’s settings blocked ";

    private final FirefoxMessages messages = new FirefoxMessages();

    private List<MessageFact> thrown(String text) {
        return messages.facts(Source.EXCEPTION, Level.ERROR, text);
    }

    private List<MessageFact> refused(String text) {
        assertThat(FirefoxMessages.source(Level.ERROR, text, false)).isEqualTo(Source.SECURITY);
        return messages.facts(Source.SECURITY, Level.ERROR, text);
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
    void takesThePageAroundAFrameForNothingThatIsForbidden() {
        assertThat(refused(POLICY + "the loading of a resource (frame-ancestors) at http://localhost:25201/ because it"
                        + " violates the following directive: “frame-ancestors 'none'”"))
                .isEmpty();
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
                "Script from “http://a.example/n.js” was blocked because of a disallowed MIME type (“image/png”)."
                        + " | image/png",
                "Loading script from “http://a.example/n.js” with importScripts() was blocked because of a disallowed"
                        + " MIME type (“text/html”). | text/html",
                "The stylesheet http://a.example/n.js was not loaded because its MIME type, “text/html”, is not"
                        + " “text/css”. | text/html"
            })
    void tellsThatAFileHasTheWrongType(String text, String type) {
        assertThat(refused(text))
                .containsExactly(new RefusedType(type, false, new NamedAddresses(List.of("http://a.example/n.js"))));
    }

    @Test
    void readsTheAddressThatOneSentencePutsInQuotes() {
        String text = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at"
                + " ‘http://localhost:1/data’. (Reason: Credential is not supported if the CORS header"
                + " ‘Access-Control-Allow-Origin’ is ‘*’).";

        assertThat(refused(text)).singleElement().isInstanceOfSatisfying(RefusedAddress.class, refusal -> assertThat(
                        refusal.url())
                .isEqualTo("http://localhost:1/data"));
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
