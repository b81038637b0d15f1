package dev.smokerunner.observe.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadinessTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private static BrowserRequest open(Kind kind, boolean firstParty, OptionalInt status) {
        return new BrowserRequest(
                "1",
                URI.create("http://site.example/x"),
                "GET",
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
                Optional.empty(),
                Optional.empty());
    }

    private static RequiredElement element(Optional<TextPattern> text, OptionalInt count, boolean visible) {
        return new RequiredElement("p", text, count, visible, Severity.SEV2);
    }

    private static ElementSighting seen(int matches, int visible, String... texts) {
        return new ElementSighting("p", matches, visible, List.of(texts), "", false);
    }

    @Test
    void waitsForACallOfThePagesOwn() {
        assertThat(Readiness.awaited(List.of(open(Kind.CALL, true, OptionalInt.empty())), AT_ONCE))
                .isPresent();
    }

    @Test
    void waitsForNoThirdParty() {
        assertThat(Readiness.awaited(List.of(open(Kind.CALL, false, OptionalInt.empty())), AT_ONCE))
                .isEmpty();
    }

    @Test
    void waitsForNoStream() {
        assertThat(Readiness.awaited(List.of(open(Kind.STREAM, true, OptionalInt.empty())), AT_ONCE))
                .isEmpty();
    }

    @Test
    void waitsForNoFilmThatHasBegun() {
        assertThat(Readiness.awaited(List.of(open(Kind.OTHER, true, OptionalInt.of(200))), AT_ONCE))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SCRIPT", "STYLE", "CALL", "FRAME"})
    void waitsForTheRestOfWhatAPageNeedsWhole(Kind kind) {
        assertThat(Readiness.awaited(List.of(open(kind, true, OptionalInt.of(200))), AT_ONCE))
                .isPresent();
    }

    @Test
    void losesPatience() {
        List<BrowserRequest> open = List.of(open(Kind.CALL, true, OptionalInt.empty()));

        assertThat(Readiness.awaited(open, Readiness.PATIENCE)).isEmpty();
    }

    @Test
    void takesACallThatStaysOpenForALongPoll() {
        assertThat(Readiness.missing(List.of(open(Kind.CALL, true, OptionalInt.empty()))))
                .isEmpty();
    }

    @Test
    void missesAScriptThatStaysOpen() {
        assertThat(Readiness.missing(List.of(open(Kind.SCRIPT, true, OptionalInt.empty()))))
                .isPresent();
    }

    @Test
    void missesAnElementThatCannotBeSeen() {
        RequiredElement wanted = element(Optional.empty(), OptionalInt.empty(), true);

        assertThat(Readiness.absent(List.of(wanted), List.of(seen(1, 0)))).contains(wanted);
    }

    @Test
    void acceptsAnInvisibleElementWhereThatIsEnough() {
        RequiredElement wanted = element(Optional.empty(), OptionalInt.empty(), false);

        assertThat(Readiness.absent(List.of(wanted), List.of(seen(1, 0)))).isEmpty();
    }

    @Test
    void wantsTheExactCount() {
        RequiredElement wanted = element(Optional.empty(), OptionalInt.of(2), true);

        assertThat(Readiness.absent(List.of(wanted), List.of(seen(3, 3)))).contains(wanted);
        assertThat(Readiness.absent(List.of(wanted), List.of(seen(3, 2)))).isEmpty();
    }

    @Test
    void wantsTheTextInOneOfThem() {
        RequiredElement wanted = element(Optional.of(new TextPattern("2.4")), OptionalInt.empty(), true);

        assertThat(Readiness.absent(List.of(wanted), List.of(seen(2, 2, "a", "b"))))
                .contains(wanted);
        assertThat(Readiness.absent(List.of(wanted), List.of(seen(2, 2, "a", "v2.4"))))
                .isEmpty();
    }

    @Test
    void missesAllElementsBeforeAnythingWasSeen() {
        RequiredElement wanted = RequiredElement.of("p");

        assertThat(Readiness.absent(List.of(wanted), List.of())).contains(wanted);
    }
}
