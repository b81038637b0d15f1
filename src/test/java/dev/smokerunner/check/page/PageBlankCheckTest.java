package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
