package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code page-status} says of a page that sends its visitors on to another one. */
class OnwardPageTest {
    private static final String HTML = "<!DOCTYPE html><title>Shop</title>";

    private static CheckResult judge(APage page) {
        return page.judgedBy(new PageStatusCheck());
    }

    private static Finding only(APage page) {
        CheckResult result = judge(page);
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    private static ARequest document() {
        return ARequest.of(Kind.DOCUMENT, "/").answered(200, "text/html");
    }

    @Test
    void leavesAPageThatGoesOnAndOnToThePageBlankCheck() {
        APage page = APage.healthy()
                .navigated(document().open())
                .ending(Ending.KEEPS_NAVIGATING, "the page went on 6 times");

        assertThat(judge(page).findings()).isEmpty();
    }

    private static ARequest missing(String url) {
        return ARequest.of(Kind.DOCUMENT, url).answered(404, "text/html").startedAfter(Duration.ofMillis(2100));
    }

    @Test
    void namesTheMissingPageThatARefreshLeadsToAndTheTagThatNamesIt() {
        APage page = APage.withHtml(
                        "<!DOCTYPE html><title>Shop</title>",
                        "<meta http-equiv=\"refresh\" content=\"2; url=lamps/new.html\">")
                .requested(missing("/lamps/new.html"))
                .answering("/lamps/new.html", AnAnswer.of(404, "text/html", HTML));

        assertThat(page.findings()).hasSize(1);
        Finding finding = only(page);
        assertThat(finding.subject()).isEqualTo("https://shop.example/lamps/new.html");
        assertThat(finding.message())
                .isEqualTo("the page sends its visitors on to https://shop.example/lamps/new.html, which answers 404,"
                        + " not 200");
        assertThat(finding.evidence())
                .containsExactly(
                        "https://shop.example/ answers 200 text/html, and went on 2.1 s after the visit began");
        assertThat(finding.where().orElseThrow().line()).isEqualTo(2);
        assertThat(finding.hint().orElseThrow()).contains("was not uploaded, or its address is misspelt");
        assertThat(finding.reproduce()).contains("curl -sS -L -o /dev/null -D - 'https://shop.example/lamps/new.html'");
    }

    @Test
    void tellsTheHeaderThatSendsVisitorsOn() {
        Finding finding = only(APage.healthy()
                .navigated(document().with("refresh", "1; url=/new.html"))
                .requested(missing("/new.html")));

        assertThat(finding.evidence()).contains("its header field says Refresh: 1; url=/new.html");
        assertThat(finding.where()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "location = 'lamps/new.html'",
                "location.replace(\"/lamps/new.html?from=\" + id)",
                "go(`https://shop.example/lamps/new.html#top`)"
            })
    void namesThePlaceInAnInlineScriptThatNamesThePage(String code) {
        Finding finding =
                only(APage.withBody("<script>", "var name = 'new.html2', other = 'x/new.html';", code, "</script>")
                        .requested(missing("/lamps/new.html")));

        assertThat(finding.where()).hasValueSatisfying(where -> {
            assertThat(where.line()).isEqualTo(5);
            assertThat(where.excerpt()).isEqualTo(code);
        });
    }

    @Test
    void namesThePlaceInAScriptOfThePage() {
        Finding finding = only(APage.withBody("<script src=\"js/go.js\"></script>")
                .answering("js/go.js", AnAnswer.of(200, "text/javascript", "// go\ngo('/lamps/');"))
                .requested(missing("/lamps/")));

        assertThat(finding.where()).hasToString("Optional[js/go.js:2:5]");
    }

    @Test
    void takesNoLoneWordForTheAddressOfThePage() {
        Finding finding = only(APage.withBody("<script>show('lamps')</script>").requested(missing("/lamps")));

        assertThat(finding.where()).isEmpty();
    }

    @Test
    void tellsWhoSentVisitorsOnInTheEnd() {
        Finding finding = only(APage.healthy()
                .requested(ARequest.of(Kind.DOCUMENT, "/b.html").answered(200, "text/html"))
                .requested(missing("/c.html")));

        assertThat(finding.subject()).isEqualTo("https://shop.example/c.html");
        assertThat(finding.evidence())
                .containsExactly(
                        "https://shop.example/ answers 200 text/html, and sent its visitors on to"
                                + " https://shop.example/b.html",
                        "https://shop.example/b.html answers 200 text/html, and went on 2.1 s after the visit began");
    }

    @Test
    void tellsOtherTroubleOfThePageThatItGoesOnTo() {
        ARequest refused = ARequest.of(Kind.DOCUMENT, "https://shop.example:444/")
                .failing(NetworkFailure.Kind.REFUSED, "net::ERR_CONNECTION_REFUSED");
        ARequest data = ARequest.of(Kind.DOCUMENT, "/lamps.json").answered(200, "application/json");

        assertThat(only(APage.healthy().requested(refused)).message())
                .isEqualTo("the page sends its visitors on to https://shop.example:444/, which does not load: the"
                        + " connection was refused");
        assertThat(only(APage.healthy().requested(data)).message())
                .isEqualTo("the page sends its visitors on to https://shop.example/lamps.json, which is not HTML");
    }

    @Test
    void keepsItsWordsWhereThePageFailsItselfOrLoadsItselfAgain() {
        APage itself =
                APage.healthy().navigated(document().answered(404, "text/html")).requested(missing("/new.html"));

        assertThat(only(itself).message()).isEqualTo("the page answers 404, not 200");
        assertThat(only(APage.healthy().requested(missing("/"))).message()).isEqualTo("the page answers 404, not 200");
    }

    @Test
    void passesAPageThatGoesOnToAGoodOne() {
        assertThat(judge(APage.healthy()
                                .requested(
                                        ARequest.of(Kind.DOCUMENT, "/new.html").answered(200, "text/html")))
                        .findings())
                .isEmpty();
    }
}
