package dev.smokerunner.observe.browser.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirefoxErrorTest {
    private static final Optional<Headers> NO_ANSWER = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "NS_ERROR_UNKNOWN_HOST, DNS",
        "NS_ERROR_CONNECTION_REFUSED, REFUSED",
        "NS_ERROR_NET_RESET, RESET",
        "NS_ERROR_NET_INTERRUPT, RESET",
        "NS_ERROR_NET_TIMEOUT, TIMEOUT",
        "SEC_ERROR_UNKNOWN_ISSUER, TLS",
        "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT, TLS",
        "NS_ERROR_NET_PARTIAL_TRANSFER, TRUNCATED",
        "NS_ERROR_REDIRECT_LOOP, REDIRECT_LOOP",
        "NS_ERROR_DOM_COEP_FAILED, BLOCKED",
        "NS_BINDING_ABORTED, ABORTED",
        "contentEncodingError, DECODING",
        "NS_ERROR_SOMETHING_NEW, OTHER"
    })
    void meansAKindOfFailure(String name, NetworkFailure.Kind kind) {
        assertThat(FirefoxError.of(name, NO_ANSWER, false).failure(false).kind())
                .isEqualTo(kind);
    }

    @Test
    void tellsOfAFrameThatDoesNotWantToBeOne() {
        assertThat(FirefoxError.of("NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION", NO_ANSWER, false)
                        .failure(true)
                        .rule())
                .contains(BlockingRule.FRAME);
    }

    @Test
    void hearsOfTheBytesOfAnAnswerOnlyThatTheyCannotBeDecoded() {
        String undecodable = "[Exception... \"Component returned failure code: 0x804b001b"
                + " (NS_ERROR_INVALID_CONTENT_ENCODING) [nsIStreamListener.onDataAvailable]\" ]";

        assertThat(FirefoxError.ofBody(undecodable))
                .hasValueSatisfying(
                        error -> assertThat(error.failure(true).kind()).isEqualTo(NetworkFailure.Kind.DECODING));
        assertThat(FirefoxError.ofBody("no such network data")).isEmpty();
    }

    @Test
    void tellsTheEmbeddersPolicyFromTheAnswersOwn() {
        Headers own = new Headers(Map.of("cross-origin-resource-policy", List.of("same-origin")));

        assertThat(FirefoxError.of("NS_ERROR_DOM_CORP_FAILED", Optional.of(Headers.NONE), true)
                        .rule())
                .contains(BlockingRule.COEP);
        assertThat(FirefoxError.of("NS_ERROR_DOM_CORP_FAILED", Optional.of(own), true)
                        .rule())
                .contains(BlockingRule.CORP);
    }

    @Test
    void knowsAPageInPlaceOfAnotherSitesScriptOnlyWhereOneCame() {
        assertThat(FirefoxError.of("NS_ERROR_FAILURE", Optional.of(Headers.NONE), true)
                        .rule())
                .contains(BlockingRule.ORB);
        assertThat(FirefoxError.of("NS_ERROR_FAILURE", NO_ANSWER, true).rule()).isEmpty();
        assertThat(FirefoxError.of("NS_ERROR_FAILURE", Optional.of(Headers.NONE), false)
                        .rule())
                .isEmpty();
    }

    @Test
    void knowsErrorPagesByTheirAddress() {
        assertThat(ErrorPage.of("about:neterror?e=dnsNotFound&u=http%3A//nope.invalid/"))
                .isEqualTo(ErrorPage.FAILURE);
        assertThat(ErrorPage.code("about:neterror?e=dnsNotFound&u=http%3A//nope.invalid/"))
                .isEqualTo("dnsNotFound");
        assertThat(ErrorPage.of("about:tabcrashed")).isEqualTo(ErrorPage.CRASH);
        assertThat(ErrorPage.of("http://127.0.0.1/about:neterror")).isEqualTo(ErrorPage.NONE);
    }
}
