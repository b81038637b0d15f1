package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Cover;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ElementCheckTest {
    private static final RequiredElement FORM = RequiredElement.of("form#signup");

    private static RequiredElement withText(String css, String text) {
        return new RequiredElement(css, Optional.of(new TextPattern(text)), OptionalInt.empty(), true, Severity.SEV3);
    }

    private static RequiredElement counted(String css, int count) {
        return new RequiredElement(css, Optional.empty(), OptionalInt.of(count), true, Severity.SEV2);
    }

    private static CheckResult judge(APage page, RequiredElement required) {
        return page.judgedBy(new ElementCheck(), Expecting.elements(required));
    }

    private static Finding only(CheckResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    @Test
    void failsWhenItIsNotThereAndTellsWhatThePageShows() {
        Finding finding = only(judge(
                APage.healthy()
                        .showing("Shop", "Loading, please wait...", 0, false)
                        .sighting("form#signup", 0, 0),
                FORM));

        assertThat(finding.subject()).isEqualTo("form#signup");
        assertThat(finding.message()).isEqualTo("the required element form#signup is not there");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.evidence()).containsExactly("the page shows: \"Loading, please wait...\"");
    }

    private static ElementSighting under(Cover cover) {
        return new ElementSighting("form#signup", 1, 1, List.of("Sign up"), "", false, Optional.of(cover));
    }

    @Test
    void failsWhenSomethingCoversItAndSaysWhat() {
        Finding finding = only(
                judge(APage.healthy().sighting(under(new Cover("div#loading", "Please wait", true, false))), FORM));

        assertThat(finding.message()).isEqualTo("the required element form#signup is there, but div#loading covers it");
        assertThat(finding.actual()).isEqualTo("covered by \"Please wait\"");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void failsWhenSomethingTakesItsClicks() {
        assertThat(only(judge(APage.healthy().sighting(under(new Cover("div.veil", "", false, false))), FORM))
                        .message())
                .endsWith("is there, but div.veil lies over it and takes every click");
    }

    @Test
    void notesADialogOverItThatVisitorsCanPutAway() {
        assertThat(only(judge(APage.healthy().sighting(under(new Cover("div#consent", "Cookies?", true, true))), FORM))
                        .impact())
                .isEqualTo(Severity.SEV4);
    }

    @Test
    void failsWhenNobodyCanSeeItAndSaysWhy() {
        ElementSighting hidden =
                new ElementSighting("form#signup", 1, 0, List.of(), "display: none", false, Optional.empty());

        assertThat(only(judge(APage.healthy().sighting(hidden), FORM)).message())
                .isEqualTo("the required element form#signup is there, but nobody can see it: display: none");
    }

    @Test
    void passesAHiddenElementThatNeedNotBeSeen() {
        RequiredElement unseen =
                new RequiredElement("form#signup", Optional.empty(), OptionalInt.empty(), false, Severity.SEV2);

        assertThat(judge(APage.healthy().sighting("form#signup", 1, 0), unseen).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenItStandsInAFrame() {
        ElementSighting framed = new ElementSighting("form#signup", 0, 0, List.of(), "", true, Optional.empty());

        assertThat(only(judge(APage.healthy().sighting(framed), FORM)).message())
                .contains("stands in a frame");
    }

    @Test
    void failsWhenItHasAnotherText() {
        Finding finding = only(judge(APage.healthy().sighting(".version", 1, 1, "2.3"), withText(".version", "2.4")));

        assertThat(finding.expected()).isEqualTo("a text with 2.4");
        assertThat(finding.actual()).isEqualTo("\"2.3\"");
        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
    }

    @Test
    void passesWhenOneOfItsMatchesHasTheText() {
        assertThat(judge(APage.healthy().sighting("li", 2, 2, "one", "version 2.4"), withText("li", "/2\\.\\d/"))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenThereAreMoreOrFewer() {
        assertThat(only(judge(APage.healthy().sighting("li", 3, 3), counted("li", 2)))
                        .message())
                .endsWith("is there 3 times, not 2");
    }

    @Test
    void passesWhenNoneIsWantedAndNoneIsThere() {
        assertThat(judge(APage.healthy().sighting("li", 0, 0), counted("li", 0)).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenAForbiddenElementCanBeSeen() {
        CheckResult result = APage.healthy()
                .sighting(".error-banner", 1, 1, "Something went wrong")
                .judgedBy(new ElementCheck(), Expecting.nothingLike(".error-banner"));

        assertThat(only(result).actual()).isEqualTo("1 visible: \"Something went wrong\"");
    }

    @Test
    void passesAForbiddenElementThatIsHidden() {
        CheckResult result = APage.healthy()
                .sighting(".error-banner", 1, 0)
                .judgedBy(new ElementCheck(), Expecting.nothingLike(".error-banner"));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void judgesTheTitle() {
        APage page = APage.healthy().showing("Shop - Error", "x", 1, false);

        assertThat(page.judgedBy(new ElementCheck(), Expecting.title("Shop")).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(only(page.judgedBy(new ElementCheck(), Expecting.title("Sign up")))
                        .actual())
                .isEqualTo("Shop - Error");
    }

    @Test
    void isSkippedWhereNothingIsAskedFor() {
        assertThat(APage.healthy().judgedBy(new ElementCheck()).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void neverPassesWhatWasNotLookedFor() {
        assertThat(judge(APage.healthy(), FORM).outcome()).isEqualTo(Outcome.ERRORED);
        assertThat(judge(APage.healthy().notRendered("no answer", Fault.TARGET), FORM)
                        .outcome())
                .isEqualTo(Outcome.ERRORED);
    }
}
