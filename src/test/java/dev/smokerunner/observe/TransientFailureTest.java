package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {
    private static final URI SCRIPT = URI.create("https://www.example.com/js/app.js");

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void anOverloadedServerMayBeWellAgain(int status) {
        BrowserVisit visit = visitWith(answered(status, Kind.SCRIPT, "GET", true));

        assertThat(TransientFailure.in(visit)).containsEntry(SCRIPT, "status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 401, 403, 404, 410, 501})
    void whatIsThereOrMissingStaysSo(int status) {
        BrowserVisit visit = visitWith(answered(status, Kind.SCRIPT, "GET", true));

        assertThat(TransientFailure.in(visit)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkFailure.Kind.class,
            names = {"DNS", "REFUSED", "RESET", "TIMEOUT", "TRUNCATED"})
    void aLostConnectionMayComeBack(NetworkFailure.Kind kind) {
        BrowserVisit visit = visitWith(failed(kind));

        assertThat(TransientFailure.in(visit)).containsEntry(SCRIPT, "it broke");
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkFailure.Kind.class,
            names = {"TLS", "REDIRECT_LOOP", "DECODING", "BLOCKED", "OTHER"})
    void whatIsWrongByConfigurationStaysSo(NetworkFailure.Kind kind) {
        BrowserVisit visit = visitWith(failed(kind));

        assertThat(TransientFailure.in(visit)).isEmpty();
    }

    @Test
    void aThirdPartyIsNotAskedAgain() {
        BrowserVisit visit = visitWith(answered(503, Kind.SCRIPT, "GET", false));

        assertThat(TransientFailure.in(visit)).isEmpty();
    }

    @Test
    void aCallThatMayChangeSomethingIsNotMadeAgain() {
        BrowserVisit visit = visitWith(answered(503, Kind.CALL, "POST", true));

        assertThat(TransientFailure.in(visit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "502,false,true",
        "504,false,true",
        "503,false,false",
        "503,true,true",
        "500,true,true",
        "404,true,false"
    })
    void whoGetsThePageIsNotKeptFromItsFilesByAServerError(int status, boolean isPageGot, boolean isForEverybody) {
        HttpAnswer answer = AnAnswer.of(status, "text/html", "no").from(SCRIPT);

        assertThat(TransientFailure.isForEverybody(answer, isPageGot)).isEqualTo(isForEverybody);
    }

    private static BrowserRequest answered(int status, Kind kind, String method, boolean firstParty) {
        return request(OptionalInt.of(status), kind, method, firstParty, Optional.empty());
    }

    private static BrowserRequest failed(NetworkFailure.Kind kind) {
        return request(
                OptionalInt.empty(), Kind.SCRIPT, "GET", true, Optional.of(new NetworkFailure(kind, "it broke")));
    }

    private static BrowserRequest request(
            OptionalInt status, Kind kind, String method, boolean firstParty, Optional<NetworkFailure> failure) {
        return new BrowserRequest(
                "1",
                SCRIPT,
                method,
                kind,
                false,
                firstParty,
                Optional.empty(),
                List.of(),
                status,
                Headers.NONE,
                0,
                false,
                Duration.ZERO,
                Optional.of(Duration.ofMillis(5)),
                failure);
    }

    private static BrowserVisit visitWith(BrowserRequest... requests) {
        return new BrowserVisit(
                BrowserVisit.Ending.LOADED,
                "",
                Arrays.asList(requests),
                Captured.unseen("not needed", Fault.TOOL),
                List.of(),
                Timings.NONE,
                Captured.unseen("not needed", Fault.TOOL),
                List.of(),
                Captured.unseen("not needed", Fault.TOOL),
                List.of(),
                List.of(),
                Settling.NONE,
                Set.of());
    }
}
