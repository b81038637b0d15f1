package dev.smokerunner.observe.browser.visit;

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
    private static BrowserRequest ended(Kind kind, int status) {
        return request(kind, true, OptionalInt.of(status), Optional.of(Duration.ofMillis(5)));
    }

    private static BrowserRequest open(Kind kind, boolean firstParty, OptionalInt status) {
        return request(kind, firstParty, status, Optional.empty());
    }

    private static BrowserRequest request(Kind kind, boolean firstParty, OptionalInt status, Optional<Duration> took) {
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
                took,
                Optional.empty());
    }

    private static RequiredElement element(Optional<TextPattern> text, OptionalInt count, boolean visible) {
        return new RequiredElement("p", text, count, visible, Severity.SEV2);
    }

    private static ElementSighting seen(int matches, int visible, String... texts) {
        return new ElementSighting("p", matches, visible, List.of(texts), "", false, Optional.empty());
    }

    @Test
    void dependsOnACallOfThePagesOwn() {
        assertThat(Readiness.dependsOn(open(Kind.CALL, true, OptionalInt.empty())))
                .isTrue();
    }

    @Test
    void dependsOnNoThirdParty() {
        assertThat(Readiness.dependsOn(open(Kind.CALL, false, OptionalInt.empty())))
                .isFalse();
    }

    @Test
    void dependsOnNoFilmThatHasBegun() {
        assertThat(Readiness.dependsOn(open(Kind.OTHER, true, OptionalInt.of(200))))
                .isFalse();
        assertThat(Readiness.dependsOn(open(Kind.OTHER, true, OptionalInt.empty())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SCRIPT", "STYLE", "IMAGE", "FONT", "CALL", "FRAME"})
    void dependsOnTheRestOfWhatHasBegun(Kind kind) {
        assertThat(Readiness.dependsOn(open(kind, true, OptionalInt.of(200)))).isTrue();
    }

    @Test
    void takesAnAnswerWithoutAnAnnouncedEndForAStream() {
        assertThat(Readiness.isEndless(open(Kind.CALL, true, OptionalInt.of(200))))
                .isTrue();
        assertThat(Readiness.isEndless(open(Kind.CALL, true, OptionalInt.empty())))
                .isFalse();
        assertThat(Readiness.isEndless(open(Kind.IMAGE, true, OptionalInt.of(200))))
                .isFalse();
    }

    @Test
    void knowsScriptsThatMayRun() {
        assertThat(Readiness.mayRun(open(Kind.SCRIPT, true, OptionalInt.empty())))
                .isTrue();
        assertThat(Readiness.mayRun(ended(Kind.SCRIPT, 200))).isTrue();
        assertThat(Readiness.mayRun(ended(Kind.SCRIPT, 404))).isFalse();
        assertThat(Readiness.mayRun(ended(Kind.STYLE, 200))).isFalse();
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
