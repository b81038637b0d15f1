package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observe.browser.chromium.NetworkError;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTableTest {
    private static final URI A = URI.create("http://site.example/a");
    private static final URI B = URI.create("http://site.example/b");

    private static final Asking ASKED = new Asking(false, false, false, "", List.of());

    private final RequestTable table = new RequestTable();

    private static RequestTable.Sent sent(String id, URI url, Kind kind) {
        return sent(id, url, kind, 0);
    }

    private static RequestTable.Sent sent(String id, URI url, Kind kind, long began) {
        return sent(id, url, kind, began, ASKED);
    }

    private static RequestTable.Sent sent(String id, URI url, Kind kind, long began, Asking asking) {
        SentRequest request = new SentRequest(id, url, "GET", kind, false, Optional.empty(), began, asking);
        return new RequestTable.Sent(request, true, Duration.ofMillis(10));
    }

    private static RequestTable.Answer answer(int status) {
        return new RequestTable.Answer(status, Headers.NONE, false);
    }

    private void complete(String id, int status, Duration at) {
        table.answered(id, answer(status));
        table.completed(id, 5, at);
    }

    private BrowserRequest only() {
        assertThat(table.all()).hasSize(1);
        return table.all().get(0);
    }

    @Test
    void knowsWhichCodeMadeACallOfWhichThePageAloneTells() {
        Asking.Caller code = new Asking.Caller("http://site.example/js/a.js", 2, 9);
        table.calledFrom(A, List.of(code));
        table.sent(sent("1", A, Kind.CALL));
        table.sent(sent("2", A, Kind.IMAGE));

        assertThat(table.callers("1")).containsExactly(code);
        assertThat(table.callers("2")).isEmpty();
        assertThat(table.all().get(0).initiator()).hasValue("http://site.example/js/a.js:3");
    }

    @Test
    void keepsARequestOpenUntilItsAnswerIsWhole() {
        table.sent(sent("1", A, Kind.SCRIPT));
        table.answered("1", answer(200));

        assertThat(table.open()).hasSize(1);
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void tellsHowLongARequestTook() {
        table.sent(sent("1", A, Kind.SCRIPT));
        complete("1", 200, Duration.ofMillis(35));

        assertThat(only().took()).contains(Duration.ofMillis(25));
        assertThat(only().isOk()).isTrue();
    }

    @Test
    void callsOffWhatAPageLeavesBehindWhenItGoesOn() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        complete("1", 200, Duration.ofMillis(20));
        table.sent(sent("2", B, Kind.STYLE));
        table.sent(sent("3", A, Kind.DOCUMENT));
        table.committed(1_000, Duration.ofMillis(30));
        table.sent(sent("4", B, Kind.STYLE, 1_000));

        assertThat(table.open()).extracting(BrowserRequest::id).containsExactly("3", "4");
        assertThat(table.all().get(0).failure()).isEmpty();
        assertThat(table.all().get(1).failure()).map(NetworkFailure::kind).contains(NetworkFailure.Kind.ABORTED);
    }

    @Test
    void callsOffWhatThePageBeforeAskedForThoughItIsToldLate() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.sent(sent("2", B, Kind.DOCUMENT));
        table.committed(1_000, Duration.ofMillis(30));
        table.sent(sent("3", B, Kind.SCRIPT, 999));
        table.sent(sent("4", B, Kind.SCRIPT, 999));
        complete("4", 200, Duration.ofMillis(40));

        assertThat(table.open()).extracting(BrowserRequest::id).containsExactly("2");
        assertThat(table.all().get(3).failure()).isEmpty();
    }

    @Test
    void leavesNothingBehindForTheFirstPage() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.sent(sent("2", B, Kind.SCRIPT, 999));
        table.committed(1_000, Duration.ofMillis(30));
        table.sent(sent("3", B, Kind.STYLE, 999));

        assertThat(table.open()).extracting(BrowserRequest::id).containsExactly("1", "2", "3");
    }

    @Test
    void keepsTheStatusOfARefusalWhoseTextThePageDoesNotRead() {
        table.sent(sent("1", A, Kind.CALL));
        table.answered("1", answer(500));
        table.failed("1", NetworkError.of("net::ERR_ABORTED"), Duration.ofMillis(30));

        assertThat(only().failure()).isEmpty();
        assertThat(only().status()).hasValue(500);
    }

    @Test
    void keepsTheAbortOfAnAnswerThatWasWelcome() {
        table.sent(sent("1", A, Kind.CALL));
        table.answered("1", answer(200));
        table.failed("1", NetworkError.of("net::ERR_ABORTED"), Duration.ofMillis(30));

        assertThat(only().failure()).isPresent();
    }

    @Test
    void joinsTheHopsOfARedirect() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.redirected("1", B, answer(302), false);
        complete("1", 200, Duration.ofMillis(30));

        assertThat(only().url()).isEqualTo(A);
        assertThat(only().redirects()).containsExactly(new Redirect(A, 302, B));
        assertThat(only().status()).hasValue(200);
    }

    @Test
    void isOpenAgainAfterARedirect() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.redirected("1", B, answer(302), false);

        assertThat(table.open()).hasSize(1);
    }

    @Test
    void takesWhatIsToldOfAHopAfterItForThatHops() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.redirected("1", B, answer(302), true);
        table.told("1", answer(302));
        table.answered("1", answer(200));
        table.told("1", answer(304));

        assertThat(only().status()).hasValue(304);
    }

    @Test
    void takesWhatIsToldOfAHopBeforeItForThatHops() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.told("1", answer(302));
        table.redirected("1", B, answer(302), true);
        table.told("1", answer(404));
        table.answered("1", answer(404));

        assertThat(only().status()).hasValue(404);
    }

    @Test
    void keepsOneRequestThatTwoTargetsTellOf() {
        table.sent(sent("1", A, Kind.SCRIPT));
        table.sent(sent("1", A, Kind.SCRIPT));

        assertThat(only().redirects()).isEmpty();
    }

    @Test
    void passesOverTheAbortOfAnAnswerThatCameWhole() {
        table.sent(sent("1", A, Kind.SCRIPT));
        complete("1", 404, Duration.ofMillis(20));
        table.failed("1", NetworkError.of("net::ERR_ABORTED"), Duration.ofMillis(21));

        assertThat(only().failure()).isEmpty();
        assertThat(only().status()).hasValue(404);
    }

    @Test
    void keepsAFailureThatComesAfterAnAnswerSeemedWhole() {
        table.sent(sent("1", A, Kind.SCRIPT));
        complete("1", 200, Duration.ofMillis(20));
        table.failed("1", NetworkError.of("net::ERR_CONTENT_LENGTH_MISMATCH"), Duration.ofMillis(21));

        assertThat(only().failure().map(NetworkFailure::kind)).contains(NetworkFailure.Kind.TRUNCATED);
        assertThat(only().isOk()).isFalse();
    }

    @Test
    void keepsTheAbortOfARequestWithoutAnAnswer() {
        table.sent(sent("1", A, Kind.CALL));
        table.failed("1", NetworkError.of("net::ERR_ABORTED"), Duration.ofMillis(21));

        assertThat(only().failure()).isPresent();
        assertThat(table.open()).isEmpty();
    }

    @Test
    void takesAStatusForTheWholeTruthThoughItsNewsComeAfterThoseOfTheFailure() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.failed("1", NetworkError.of("net::ERR_HTTP_RESPONSE_CODE_FAILURE"), Duration.ofMillis(21));
        assertThat(table.documentAwaitsStatus()).isTrue();

        table.answered("1", answer(500));

        assertThat(table.documentAwaitsStatus()).isFalse();
        assertThat(only().status()).hasValue(500);
        assertThat(only().failure()).isEmpty();
    }

    @Test
    void takesTheLastRequestForThePageAsItsDocument() {
        table.sent(sent("1", A, Kind.DOCUMENT));
        table.sent(sent("2", B, Kind.DOCUMENT));
        table.sent(sent("3", A, Kind.SCRIPT));

        assertThat(table.document().map(BrowserRequest::id)).contains("2");
    }

    @Test
    void passesOverNewsOfRequestsThatItDoesNotKnow() {
        complete("unknown", 200, Duration.ZERO);

        assertThat(table.all()).isEmpty();
    }

    @Test
    void countsWhatThereIsNoRoomFor() {
        for (int i = 0; i < RequestTable.MOST + 3; i++) {
            table.sent(sent(String.valueOf(i), A, Kind.CALL));
        }

        assertThat(table.all()).hasSize(RequestTable.MOST);
        assertThat(table.dropped()).isEqualTo(3);
    }

    @Test
    void keepsABoundedAmountOfText() {
        URI url = URI.create("http://site.example/" + "a".repeat(7_980));
        for (int i = 0; i < 3_000; i++) {
            table.sent(sent(String.valueOf(i), url, Kind.CALL));
        }

        assertThat(table.all()).hasSizeLessThanOrEqualTo(RequestTable.MOST_TEXT / 8_000);
        assertThat(table.dropped()).isEqualTo(3_000 - table.all().size());
    }

    @Test
    void awaitsACallThatIsAskedForTheFirstTime() {
        table.sent(sent("1", URI.create("http://site.example/a?id=1"), Kind.CALL));

        assertThat(table.awaited()).hasSize(1);
    }

    @Test
    void awaitsNoCallThatWasAnsweredBefore() {
        table.sent(sent("1", URI.create("http://site.example/a?since=1"), Kind.CALL));
        complete("1", 200, Duration.ofMillis(35));
        table.sent(sent("2", URI.create("http://site.example/a?since=2"), Kind.CALL));
        table.sent(sent("3", B, Kind.CALL));

        assertThat(table.awaited()).extracting(BrowserRequest::id).containsExactly("3");
    }

    @Test
    void awaitsNeitherStreamsNorWhatIsAskedInTheBackgroundOrHeld() {
        table.sent(sent("1", A, Kind.STREAM));
        table.sent(sent("2", A, Kind.CALL, 0, new Asking(true, false, false, "", List.of())));
        table.sent(sent("3", B, Kind.CALL, 0, new Asking(false, true, false, "", List.of())));
        table.sent(sent("4", B, Kind.IMAGE));
        table.answered(
                "4",
                new RequestTable.Answer(
                        200,
                        new Headers(Map.of("content-type", List.of("multipart/x-mixed-replace; boundary=f"))),
                        false));

        assertThat(table.awaited()).isEmpty();
        assertThat(table.open()).hasSize(4);
    }
}
