package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackCheckTest {
    private static final AnAnswer PAGE = AnAnswer.of(200, "text/html", "<!DOCTYPE html><title>Shop</title>");

    private static CheckResult judge(APage page) {
        return page.judgedBy(new FallbackCheck());
    }

    @Test
    void notesAPageInPlaceOfAnAssetThatDoesNotExist() {
        CheckResult result = judge(APage.healthy().answeringTheMadeUp(PAGE));

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).impact()).isEqualTo(Severity.SEV4);
        assertThat(result.findings().get(0).message())
                .isEqualTo(
                        "a script that does not exist is answered with an HTML page: an asset that is missing will look"
                                + " present");
    }

    @Test
    void notesARedirectToAPage() {
        CheckResult result = judge(APage.healthy()
                .answeringTheMadeUp(AnAnswer.of(200, "text/html", "<html>").redirectedTo("/")));

        assertThat(result.findings())
                .extracting(Finding::message)
                .first()
                .asString()
                .contains("a redirect to an HTML");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410, 500})
    void passesEveryAnswerThatIsNotGood(int status) {
        assertThat(judge(APage.healthy().answeringTheMadeUp(AnAnswer.of(status, "text/html", "<html>not here")))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void passesAnAnswerThatIsNoPage() {
        assertThat(judge(APage.healthy().answeringTheMadeUp(AnAnswer.of(200, "application/json", "{}")))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void saysNothingWhereItWasNotAskedOrNotAnswered() {
        assertThat(judge(APage.healthy()).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(judge(APage.healthy().answeringTheMadeUp(AnAnswer.none(NetworkFailure.Kind.TIMEOUT, "timeout")))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void doesNotTakeAWallAgainstRobotsForAFallback() {
        CheckResult result = judge(APage.withBody("<script src=\"js/app.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").answered(200, "text/javascript"))
                .answering("js/app.js", AnAnswer.of(200, "text/html", "<html>are you human?"))
                .answeringTheMadeUp(AnAnswer.of(200, "text/html", "<html>are you human?")));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    }
}
