package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final URI URL = URI.create("https://shop.example/a.js");

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asksAgainWhatMayHeal(int status) {
        assertThat(RetryPolicy.pause(1, answer(status, Map.of()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 304, 400, 401, 403, 404, 410})
    void leavesAloneWhatWillNot(int status) {
        assertThat(RetryPolicy.pause(1, answer(status, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DNS", "REFUSED", "RESET", "TIMEOUT", "TRUNCATED"})
    void asksAgainAfterTroubleOnTheWay(Kind kind) {
        assertThat(RetryPolicy.pause(1, failure(kind))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TLS", "REDIRECT_LOOP", "DECODING", "OTHER"})
    void believesWhatIsWrongOnPurpose(Kind kind) {
        assertThat(RetryPolicy.pause(1, failure(kind))).isEmpty();
    }

    @Test
    void waitsLongerEachTimeAndAsksAtMostTwiceMore() {
        assertThat(RetryPolicy.pause(1, failure(Kind.RESET))).contains(Duration.ofMillis(300));
        assertThat(RetryPolicy.pause(2, failure(Kind.RESET))).contains(Duration.ofMillis(900));
        assertThat(RetryPolicy.pause(3, failure(Kind.RESET))).isEmpty();
    }

    @Test
    void givesWhoSaidNothingLessTimeForTheNextTry() {
        Duration usual = Duration.ofSeconds(10);

        assertThat(RetryPolicy.limit(failure(Kind.TIMEOUT), usual)).isEqualTo(Duration.ofMillis(2500));
        assertThat(RetryPolicy.limit(failure(Kind.RESET), usual)).isEqualTo(usual);
        assertThat(RetryPolicy.limit(answer(503, Map.of()), usual)).isEqualTo(usual);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        assertThat(RetryPolicy.pause(1, answer(429, Map.of("Retry-After", List.of("2")))))
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void givesUpWhereTheServerAsksForMoreThanAFewSeconds() {
        assertThat(RetryPolicy.pause(1, answer(503, Map.of("Retry-After", List.of("120")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-1", "Sat, 01 Jan 2000 00:00:00 GMT", "99999999999999999999"})
    void waitsItsOwnTimeWhereTheServerSaysNothingOfUse(String retryAfter) {
        assertThat(RetryPolicy.pause(1, answer(503, Map.of("Retry-After", List.of(retryAfter)))))
                .contains(Duration.ofMillis(300));
    }

    @Test
    void confirmsWhatIsMissing() {
        assertThat(RetryPolicy.isToConfirm(answer(404, Map.of()))).isTrue();
        assertThat(RetryPolicy.isToConfirm(answer(403, Map.of()))).isTrue();
        assertThat(RetryPolicy.isToConfirm(answer(200, Map.of()))).isFalse();
    }

    private static HttpAnswer answer(int status, Map<String, List<String>> headers) {
        HttpResponse response = new HttpResponse(URL, status, new Headers(headers), new Body(new byte[0], 0, ""));
        return new HttpAnswer(URL, List.of(), Optional.of(response), Optional.empty(), Duration.ZERO, List.of());
    }

    private static HttpAnswer failure(Kind kind) {
        return new HttpAnswer(
                URL, List.of(), Optional.empty(), Optional.of(new NetworkFailure(kind, "x")), Duration.ZERO, List.of());
    }
}
