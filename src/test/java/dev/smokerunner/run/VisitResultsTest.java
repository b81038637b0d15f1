package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Cover;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.RequestResult.State;
import dev.smokerunner.result.VisitResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VisitResultsTest {
    private static final Expectations FORM = Expecting.elements(RequiredElement.of("form#signup"));

    @Test
    void tellsWhatWasAskedForWhenAndHowItEnded() {
        VisitResult visit = of(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "/app.js")
                        .startedAfter(Duration.ofMillis(40))
                        .taking(Duration.ofMillis(60))
                        .ofBytes(1_234)));

        assertThat(visit.requests())
                .contains(new RequestResult(
                        APage.URL.resolve("/app.js"),
                        "script",
                        true,
                        State.ANSWERED,
                        OptionalInt.of(200),
                        Optional.empty(),
                        1_234,
                        Duration.ofMillis(40),
                        Optional.of(Duration.ofMillis(60))));
    }

    @Test
    void tellsARequestThatFailedFromOneThatWasCalledOffOrIsStillOpen() {
        VisitResult visit = of(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "/gone.js").answered(404, "text/html"))
                .requested(ARequest.of(Kind.CALL, "/refused").failing(NetworkFailure.Kind.REFUSED, "refused"))
                .requested(ARequest.of(Kind.CALL, "/left").failing(NetworkFailure.Kind.ABORTED, "aborted"))
                .requested(ARequest.of(Kind.STREAM, "/news").open()));

        assertThat(visit.requests().subList(1, 5))
                .extracting(RequestResult::state)
                .containsExactly(State.FAILED, State.FAILED, State.CANCELLED, State.OPEN);
        assertThat(visit.requests().get(2).failure()).contains("refused");
    }

    @Test
    void keepsABoundedNumberOfRequestsAndNoneWithoutAHost() {
        APage page = APage.healthy();
        for (int i = 0; i < 600; i++) {
            page.requested(ARequest.of(Kind.IMAGE, "/tile-" + i + ".png"));
        }

        assertThat(of(page).requests()).hasSize(500);
    }

    @Test
    void tellsHowAVisitorMeetsTheRequiredElementsAndWhere() {
        Region place = new Region(100, 200, 300, 400);
        Cover cover = new Cover("div#loading", "", true, false);
        ElementSighting covered =
                new ElementSighting("form#signup", 1, 1, List.of(), "", false, Optional.of(cover), Optional.of(place));

        VisitResult visit = of(APage.healthy().sighting(covered).sighting(".error-banner", 0, 0));

        assertThat(visit.elements())
                .containsExactly(new ElementResult("form#signup", ElementResult.State.COVERED, Optional.of(place)));
    }

    @Test
    void tellsAMissingElementFromAHiddenOneAndOneThatIsSeen() {
        assertThat(stateOf(0, 0)).isEqualTo(ElementResult.State.MISSING);
        assertThat(stateOf(1, 0)).isEqualTo(ElementResult.State.HIDDEN);
        assertThat(stateOf(2, 1)).isEqualTo(ElementResult.State.SEEN);
    }

    @Test
    void knowsNothingWithoutABrowser() {
        assertThat(of(APage.healthy().withoutBrowser("there is none", Fault.TOOL)))
                .isEqualTo(VisitResult.NONE);
    }

    private static ElementResult.State stateOf(int matches, int visible) {
        return of(APage.healthy().sighting("form#signup", matches, visible))
                .elements()
                .get(0)
                .state();
    }

    private static VisitResult of(APage page) {
        return VisitResults.of(page.seen(), FORM);
    }
}
