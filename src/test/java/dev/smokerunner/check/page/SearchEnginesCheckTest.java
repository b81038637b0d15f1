package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.Indexing;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchEnginesCheckTest {
    private static final String NOINDEX = "<meta name=\"robots\" content=\"noindex\">";

    private static CheckResult judge(APage page, Indexing indexing) {
        return page.judgedBy(new SearchEnginesCheck(), Expecting.indexing(indexing));
    }

    private static APage saying(String header) {
        return APage.healthy()
                .answered(AnAnswer.of(200, "text/html", "<!DOCTYPE html><p>hi").with("X-Robots-Tag", header))
                .navigated(ARequest.of(Kind.DOCUMENT, "/").answered(200, "text/html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOINDEX,
                "<META NAME=\"Robots\" CONTENT=\"NOFOLLOW, NOINDEX\">",
                "<meta content=\"none\" name=\"googlebot\">"
            })
    void notesAPageInProductionThatWantsToStayOut(String meta) {
        CheckResult result = judge(APage.withBody(meta), Indexing.WANTED);

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).impact()).isEqualTo(Severity.SEV4);
        assertThat(result.findings().get(0).where()).map(Location::line).contains(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noindex", "nofollow, none", "googlebot: noindex, nofollow"})
    void readsTheHeaderAsWell(String header) {
        assertThat(judge(saying(header), Indexing.WANTED).findings())
                .extracting(Finding::actual)
                .containsExactly("X-Robots-Tag: " + header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nofollow",
                "max-snippet:20, noarchive",
                "unavailable_after: 25 Jun 2030 15:00:00 PST",
                "somebot: noindex",
                "index, follow"
            })
    void passesWhatKeepsNobodyOut(String header) {
        assertThat(judge(saying(header), Indexing.WANTED).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void notesAStagingPageThatAnybodyMayList() {
        assertThat(judge(APage.healthy(), Indexing.UNWANTED).findings())
                .extracting(Finding::message)
                .containsExactly("search engines may list this page, which is not for the public");
    }

    @Test
    void passesAStagingPageThatKeepsThemOut() {
        assertThat(judge(APage.withBody(NOINDEX), Indexing.UNWANTED).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(saying("noindex"), Indexing.UNWANTED).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void saysNothingAboutAPageThatTheyCannotReach() {
        assertThat(judge(APage.healthy().at("http://staging.corp/"), Indexing.UNWANTED)
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void saysNothingWhereNobodySaidForWhomThePageIs() {
        assertThat(judge(APage.withBody(NOINDEX), Indexing.ANY).outcome()).isEqualTo(Outcome.SKIPPED);
    }
}
