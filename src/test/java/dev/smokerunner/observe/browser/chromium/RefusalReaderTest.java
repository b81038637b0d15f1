package dev.smokerunner.observe.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedInline.Kind;
import dev.smokerunner.observation.RefusalFact.SwallowedDirective;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalReaderTest {
    private static final String URL = "https://cdn.example/a.js";
    private static final PolicyDirective SELF = new PolicyDirective("script-src 'self'");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Loading the script '" + URL
                        + "' violates the following Content Security Policy directive: \"script-src"
                        + " 'self'\". Note that 'script-src-elem' was not explicitly set, so 'script-src' is used as a"
                        + " fallback. The action has been blocked.",
                "Refused to load the script '" + URL + "' because it violates the following Content Security Policy"
                        + " directive: \"script-src 'self'\". Note that 'script-src-elem' was not explicitly set.",
                "Refused to load the script '" + URL + "' because it violates the document's Content Security Policy"
                        + " directive: \"script-src 'self'\"."
            })
    void readsWhatAPolicyKeepsAway(String text) {
        assertThat(RefusalReader.addresses(text))
                .containsExactly(new RefusedAddress(
                        BlockingRule.CSP, URL, Optional.of(SELF), Optional.empty(), new Quote("script-src 'self'")));
    }

    @Test
    void readsWhatAnAnswerDoesNotLetOthersRead() {
        String reason = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

        assertThat(RefusalReader.addresses("Access to font at '" + URL + "' from origin 'https://shop.example' has been"
                        + " blocked by CORS policy: " + reason))
                .containsExactly(new RefusedAddress(
                        BlockingRule.CORS, URL, Optional.empty(), Optional.of(CorsFlaw.ABSENT), new Quote(reason)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "WILDCARD       | The value of the 'Access-Control-Allow-Origin' header in the response must not be the"
                        + " wildcard '*' when the request's credentials mode is 'include'.",
                "NO_CREDENTIALS | The value of the 'Access-Control-Allow-Credentials' header in the response is '' which"
                        + " must be 'true' when the request's credentials mode is 'include'.",
                "OTHER_ORIGIN   | The 'Access-Control-Allow-Origin' header has a value 'https://www.example.com' that is"
                        + " not equal to the supplied origin.",
                "SEVERAL        | The 'Access-Control-Allow-Origin' header contains multiple values"
                        + " 'https://shop.example, *', but only one is allowed.",
                "PREFLIGHT      | Response to preflight request doesn't pass access control check: No"
                        + " 'Access-Control-Allow-Origin' header is present on the requested resource.",
                "PREFLIGHT      | Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.",
                "OTHER          | Something that a later version says."
            })
    void tellsWhatIsWrongWithAnAnswerForAnotherOrigin(CorsFlaw flaw, String reason) {
        assertThat(RefusalReader.addresses("Access to fetch at '" + URL
                        + "' from origin 'https://shop.example' has been" + " blocked by CORS policy: " + reason))
                .singleElement()
                .satisfies(fact -> assertThat(((RefusedAddress) fact).cors()).contains(flaw));
    }

    @Test
    void readsMixedContent() {
        String text =
                "Mixed Content: The page at 'https://shop.example/' was loaded over HTTPS, but requested an insecure"
                        + " script 'http://cdn.example/a.js'. This request has been blocked; the content must be served over HTTPS.";

        assertThat(RefusalReader.addresses(text))
                .containsExactly(
                        new RefusedAddress(BlockingRule.MIXED_CONTENT, "http://cdn.example/a.js", Quote.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Refused to display 'https://pay.example/' in a frame because it set 'X-Frame-Options' to 'deny'.",
                "Framing 'https://pay.example/' violates the following Content Security Policy directive:"
                        + " \"frame-ancestors 'none'\". The request has been blocked.",
                "Refused to frame 'https://pay.example/' because an ancestor violates the following Content Security"
                        + " Policy directive: \"frame-ancestors 'none'\"."
            })
    void readsWhatMayNotBeFramed(String text) {
        assertThat(RefusalReader.addresses(text)).singleElement().satisfies(fact -> {
            assertThat(((RefusedAddress) fact).rule()).isEqualTo(BlockingRule.FRAME);
            assertThat(((RefusedAddress) fact).url()).isEqualTo("https://pay.example/");
        });
    }

    @Test
    void readsTheHashThatWouldAllowAScript() {
        String hash = "sha256-dGhpcyBpcyBubyByZWFsIGhhc2ggYnV0IDQzIGNoYXI=";

        assertThat(
                        RefusalReader.inline(
                                "Executing inline script violates the following Content Security Policy directive"
                                        + " 'script-src 'self''. Either the 'unsafe-inline' keyword, a hash ('" + hash
                                        + "'), or a nonce"
                                        + " ('nonce-...') is required to enable inline execution. The action has been blocked."))
                .containsExactly(new RefusedInline(Kind.SCRIPT, SELF, Optional.of(hash)));
    }

    @Test
    void readsOldWordsOnInlineStyles() {
        assertThat(
                        RefusalReader.inline(
                                "Refused to apply inline style because it violates the following Content Security"
                                        + " Policy directive: \"style-src 'self'\". Either the 'unsafe-inline' keyword is required."))
                .containsExactly(
                        new RefusedInline(Kind.STYLE, new PolicyDirective("style-src 'self'"), Optional.empty()));
    }

    @Test
    void readsHandlers() {
        assertThat(RefusalReader.inline("Executing inline event handler violates the following Content Security Policy"
                        + " directive 'script-src 'self''. The action has been blocked."))
                .singleElement()
                .satisfies(fact -> assertThat(((RefusedInline) fact).kind()).isEqualTo(Kind.HANDLER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[Report Only] Loading the script '" + URL
                        + "' violates the following Content Security Policy directive:" + " \"script-src 'self'\".",
                "Mixed Content: The page at 'https://shop.example/' was loaded over HTTPS, but requested an insecure image"
                        + " 'http://cdn.example/a.png'. This content should also be served over HTTPS.",
                "Failed to load resource: net::ERR_FAILED"
            })
    void makesNothingOfOtherMessages(String text) {
        assertThat(RefusalReader.addresses(text)).isEmpty();
        assertThat(RefusalReader.inline(text)).isEmpty();
    }

    @Test
    void readsHostileTextsInNoTime() {
        String text = "Access to fetch at '" + "'a".repeat(1_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> RefusalReader.addresses(text).count());
    }

    @Test
    void readsThatASemicolonIsMissing() {
        assertThat(RefusalReader.swallowed(
                        "The Content-Security-Policy directive 'script-src' contains 'style-src' as a source expression."
                                + " Did you want to add it as a directive and forget a semicolon?"))
                .containsExactly(new SwallowedDirective("script-src", "style-src"));
    }
}
