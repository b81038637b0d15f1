package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARendering;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.Dialog.Kind;
import dev.smokerunner.observation.Dialog.Moment;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageBlankCheckTest {
    private static CheckResult judge(APage page) {
        return page.judgedBy(new PageBlankCheck());
    }

    @Test
    void failsWhenThePageShowsNothing() {
        Finding finding = judge(APage.healthy().showing("Shop", " \n", 0, true))
                .findings()
                .get(0);

        assertThat(finding.message()).isEqualTo("the page shows nothing");
        assertThat(finding.impact()).isEqualTo(Severity.SEV1);
    }

    @Test
    void failsWithoutAPictureToo() {
        APage page = APage.healthy().showing("Shop", "", 0, false).withoutScreenshot();

        assertThat(judge(page).outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"Hello, 0, true", "'', 1, true", "'', 0, false"})
    void passesAPageWithTextOrAPictureOrMoreThanOneColour(String text, int objects, boolean onePlainColour) {
        assertThat(judge(APage.healthy().showing("Shop", text, objects, onePlainColour))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"HUNG, hangs", "CRASHED, crashes", "KEEPS_NAVIGATING, again and again"})
    void failsWhenThePageCannotBeUsed(Ending ending, String words) {
        APage page = APage.healthy().ending(ending, "9 times in 5 s").notRendered("no answer", Fault.TARGET);

        Finding finding = judge(page).findings().get(0);

        assertThat(finding.message()).contains(words);
        assertThat(finding.actual()).isEqualTo("9 times in 5 s");
    }

    private static Dialog dialog(String text, Moment moment) {
        return new Dialog(Kind.ALERT, text, moment, Optional.of("https://shop.example/js/app.js:3:5"));
    }

    @Test
    void failsWhereADialogStandsBeforeThePage() {
        Finding finding = judge(APage.healthy().opening(dialog("No\nlicence", Moment.BEFORE_THE_PAGE)))
                .findings()
                .get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.message())
                .isEqualTo("the page keeps its visitors out until they answer a dialog: \"No licence\"");
        assertThat(finding.evidence()).containsExactly("opened by https://shop.example/js/app.js:3:5");
    }

    @Test
    void notesADialogOverThePage() {
        assertThat(judge(APage.healthy().opening(dialog("Hello", Moment.OVER_THE_PAGE)))
                        .findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void saysNothingOfTheQuestionWhetherToLeave() {
        Dialog leave = new Dialog(Kind.LEAVE, "", Moment.OVER_THE_PAGE, Optional.empty());

        assertThat(judge(APage.healthy().opening(leave)).findings()).isEmpty();
    }

    @Test
    void failsAtTheThirdDialogInARow() {
        APage page = APage.healthy();
        for (int i = 0; i < 3; i++) {
            page.opening(dialog("again", Moment.OVER_THE_PAGE));
        }

        assertThat(judge(page).findings()).extracting(Finding::impact).containsExactly(Severity.SEV2);
    }

    @Test
    void failsWhereDialogsNeverEnd() {
        APage page = APage.healthy()
                .opening(dialog("again", Moment.OVER_THE_PAGE))
                .ending(Ending.KEEPS_ASKING, "10 dialogs")
                .notRendered("10 dialogs", Fault.TARGET);

        assertThat(judge(page).findings()).extracting(Finding::impact).containsExactly(Severity.SEV1);
    }

    @Test
    void isWorstWhereThePageShowsNothingAfterTheDialog() {
        APage page = APage.healthy()
                .opening(dialog("Password?", Moment.BEFORE_THE_PAGE))
                .showing("Shop", "", 0, true);

        Finding finding = judge(page).findings().get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV1);
        assertThat(finding.message()).contains("Password?");
    }

    private static APage waitingFor(String tag, BrowserRequest.Kind kind) {
        return APage.withHtml("<html><head>", tag, "</head><body><p>Hi</body></html>")
                .requested(ARequest.of(kind, "https://consent.example/all").open())
                .ending(Ending.NOT_LOADED, "no load event");
    }

    @Test
    void namesTheScriptOfAnotherSiteThatABlankPageWaitsFor() {
        APage page = waitingFor("<script src=https://consent.example/all></script>", BrowserRequest.Kind.SCRIPT)
                .showing("Shop", "", 0, true);

        Finding finding = judge(page).findings().get(0);

        assertThat(finding.subject()).isEqualTo("https://consent.example/all");
        assertThat(finding.where()).isPresent();
        assertThat(finding.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("async or defer"));
        assertThat(page.judgedBy(new ThirdPartyCheck()).findings()).isEmpty();
    }

    @Test
    void namesTheStyleSheetOfAnotherSiteThatKeepsThePageFromBeingDrawn() {
        APage page = waitingFor("<link rel=stylesheet href=https://consent.example/all>", BrowserRequest.Kind.STYLE)
                .rendered(shown -> ARendering.unpainted("Hi"));

        assertThat(judge(page).findings()).extracting(Finding::subject).containsExactly("https://consent.example/all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"defer", "async", "type=module"})
    void doesNotBlameAScriptThatNobodyWaitsFor(String attribute) {
        APage page = waitingFor(
                        "<script " + attribute + " src=https://consent.example/all></script>",
                        BrowserRequest.Kind.SCRIPT)
                .rendered(shown -> ARendering.unpainted("Hi"));

        assertThat(judge(page).findings()).isEmpty();
    }

    @Test
    void leavesAPageThatNeverLoadsToOthers() {
        assertThat(judge(APage.healthy().ending(Ending.NOT_LOADED, "x")).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void saysWhenNothingCouldBeSeen() {
        assertThat(judge(APage.healthy().notRendered("the driver died", Fault.TOOL))
                        .outcome())
                .isEqualTo(Outcome.ERRORED);
        assertThat(judge(APage.healthy().withoutBrowser("no browser found", Fault.TOOL))
                        .reason())
                .contains("no browser found");
        assertThat(judge(APage.healthy().withoutBrowser("not asked for", Fault.NOT_ASKED))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }
}
