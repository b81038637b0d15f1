package dev.smokerunner.observe.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.NetworkFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkErrorTest {

    @ParameterizedTest
    @CsvSource({
        "NAME_NOT_RESOLVED, DNS",
        "CONNECTION_REFUSED, REFUSED",
        "CONNECTION_RESET, RESET",
        "EMPTY_RESPONSE, RESET",
        "CONNECTION_TIMED_OUT, TIMEOUT",
        "TIMED_OUT, TIMEOUT",
        "CERT_AUTHORITY_INVALID, TLS",
        "SSL_PROTOCOL_ERROR, TLS",
        "CONTENT_LENGTH_MISMATCH, TRUNCATED",
        "INCOMPLETE_CHUNKED_ENCODING, TRUNCATED",
        "TOO_MANY_REDIRECTS, REDIRECT_LOOP",
        "CONTENT_DECODING_FAILED, DECODING",
        "BLOCKED_BY_RESPONSE, BLOCKED",
        "BLOCKED_BY_ORB, BLOCKED",
        "ABORTED, ABORTED",
        "UNSAFE_PORT, FORBIDDEN_PORT",
        "FAILED, OTHER"
    })
    void readsChromiumsNames(String name, NetworkFailure.Kind kind) {
        assertThat(NetworkError.of("net::ERR_" + name).failure(false).kind()).isEqualTo(kind);
    }

    @Test
    void stripsTheQuotesThatSomeNamesComeWith() {
        NetworkFailure failure =
                NetworkError.of("\"net::ERR_NAME_NOT_RESOLVED\"").failure(false);

        assertThat(failure.quote().text()).isEqualTo("net::ERR_NAME_NOT_RESOLVED");
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.DNS);
    }

    @Test
    void takesAFailureWithAnAnswerForABlockedOne() {
        assertThat(NetworkError.of("net::ERR_FAILED").failure(true).kind()).isEqualTo(NetworkFailure.Kind.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', csp, false, CSP",
        "'', mixed-content, false, MIXED_CONTENT",
        "net::ERR_FAILED, '', true, CORS",
        "net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin, corp-not-same-origin, false, CORP",
        "net::ERR_BLOCKED_BY_RESPONSE.NotSameSite, '', false, CORP",
        "net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep, '', false, COEP",
        "net::ERR_BLOCKED_BY_RESPONSE, corp-not-same-origin-after-defaulted-to-same-origin-by-coep, false, COEP",
        "net::ERR_BLOCKED_BY_RESPONSE, coep-frame-resource-needs-coep-header, false, COEP_OF_FRAME",
    })
    void tellsTheRuleThatKeptItAway(String name, String reason, boolean isCors, BlockingRule rule) {
        NetworkFailure failure = NetworkError.of(name, reason, isCors).failure(false);

        assertThat(failure.rule()).contains(rule);
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.BLOCKED);
    }

    @Test
    void namesNoRuleWhereChromiumNamesNone() {
        assertThat(NetworkError.of("net::ERR_BLOCKED_BY_CLIENT", "inspector", false)
                        .rule())
                .isEmpty();
    }
}
