package dev.smokerunner.observe.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.NetworkFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkErrorsTest {

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
        "UNSAFE_PORT, OTHER",
        "FAILED, OTHER"
    })
    void readsChromiumsNames(String name, NetworkFailure.Kind kind) {
        assertThat(NetworkErrors.failure("net::ERR_" + name, false).kind()).isEqualTo(kind);
    }

    @Test
    void stripsTheQuotesThatSomeNamesComeWith() {
        NetworkFailure failure = NetworkErrors.failure("\"net::ERR_NAME_NOT_RESOLVED\"", false);

        assertThat(failure.message()).isEqualTo("net::ERR_NAME_NOT_RESOLVED");
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.DNS);
    }

    @Test
    void takesAFailureWithAnAnswerForABlockedOne() {
        assertThat(NetworkErrors.failure("net::ERR_FAILED", true).kind()).isEqualTo(NetworkFailure.Kind.BLOCKED);
    }
}
