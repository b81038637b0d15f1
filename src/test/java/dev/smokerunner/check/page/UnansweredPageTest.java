package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code page-status} says where no page came, or only a part of one. */
class UnansweredPageTest {
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

    private static APage withoutBrowser() {
        return APage.healthy().withoutBrowser("no browser was asked for", Fault.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, the page does not load: the host name does not resolve",
        "REFUSED, the page does not load: the connection was refused",
        "TIMEOUT, the page does not load: no answer in time",
        "TLS, the page does not load: the TLS certificate or handshake is wrong",
        "REDIRECT_LOOP, the page does not load: it redirects without end",
        "RESET, the page does not load: the connection was cut"
    })
    void failsWhenNothingAnswers(NetworkFailure.Kind kind, String message) {
        APage inBrowser = APage.healthy()
                .navigated(document().failing(kind, "net::ERR_X"))
                .ending(Ending.NOT_NAVIGATED, "net::ERR_X");
        APage overHttp = withoutBrowser().answered(AnAnswer.none(kind, "CN=other.example"));

        assertThat(only(inBrowser).message()).isEqualTo(message);
        assertThat(only(overHttp).message()).isEqualTo(message);
        assertThat(only(overHttp).actual()).contains("CN=other.example");
    }

    @Test
    void namesTheLoopAndNotTheRedirectThatItStoppedAt() {
        Finding finding = only(APage.healthy()
                .navigated(document()
                        .answered(302, "")
                        .failingAfterStatus(NetworkFailure.Kind.REDIRECT_LOOP, "net::ERR_TOO_MANY_REDIRECTS")));

        assertThat(finding.message()).endsWith("it redirects without end");
    }

    @Test
    void showsTheStartAndTheEndOfALongChain() {
        ARequest request = document();
        for (int hop = 1; hop <= 20; hop++) {
            request.redirectedTo("/" + hop);
        }

        Finding finding = only(
                APage.healthy().navigated(request.failingAfterStatus(NetworkFailure.Kind.REDIRECT_LOOP, "too many")));

        assertThat(finding.evidence()).hasSize(9).contains("… 13 more redirects …");
    }

    @Test
    void failsWhenThePageBreaksOff() {
        assertThat(only(APage.healthy()
                                .navigated(
                                        document().failingAfterStatus(NetworkFailure.Kind.TRUNCATED, "9 of 20 bytes")))
                        .message())
                .isEqualTo("the page breaks off: fewer bytes came than were announced");
    }

    @Test
    void failsWhenThePageNeverEnds() {
        assertThat(only(APage.healthy().navigated(document().open().answered(200, "text/html")))
                        .message())
                .startsWith("the page never ends");
    }

    @Test
    void failsWhenItEndsOnAnEmptyTab() {
        assertThat(only(APage.healthy().showingUrl("about:blank")).message())
                .isEqualTo("the page ended on about:blank");
    }

    @Test
    void failsWithTheBrowsersWordsWhenThereWasNoRequest() {
        Finding finding = only(APage.healthy()
                .withoutNavigation()
                .ending(Ending.NOT_NAVIGATED, "the port 6000 is one that browsers refuse"));

        assertThat(finding.message()).contains("the port 6000 is one that browsers refuse");
    }

    @Test
    void believesTheBrowserWherePlainHttpIsRefused() {
        APage page = APage.healthy().answered(AnAnswer.of(403, "text/html", "robots keep out"));

        assertThat(judge(page).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void neverPassesAPageWhoseRequestNobodySaw() {
        assertThat(judge(APage.healthy().withoutNavigation()).outcome()).isEqualTo(Outcome.ERRORED);
    }

    @Test
    void failsOnHalfAPage() {
        String half = "<!DOCTYPE html><html><head><title>Shop</title></head><body><main><h1>Fresh br";

        assertThat(only(APage.withHtml(half)).message()).startsWith("the page is cut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>Shop</title><h1>Fresh bread</h1><p>No end tag is needed here",
                "<!DOCTYPE html><html><body><div><p>Its author forgot an end tag.</p>",
                "<!DOCTYPE html><html><body class=a><p>A minifier dropped the end tags",
                "<!DOCTYPE html><html><body><div><h1>Forgotten</h1></body></html> <!-- cache -->."
            })
    void passesAPageWithoutSomeOfItsEndTags(String html) {
        assertThat(judge(APage.withHtml(html)).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aStreamThatEndsAfterTheShellIsAPageThatIsCut() {
        String pending = "<!--$?--><template id=\"B:0\"></template><p>Offers are <b>coming</b></p><!--/$-->";
        APage page = APage.withBody(pending).showing("Flats", "Flats Offers are coming", 0, false);

        assertThat(only(page).message()).startsWith("the page is cut: its stream ends");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Filled by what comes behind it, left to the browser on purpose, made by the page itself, and whole.
                "<!--$?--><template id=\"B:0\"></template>Coming<!--/$--><script>$RC(\"B:0\",\"S:0\")</script>",
                "<!--$!--><template data-msg=\"no\"></template>Coming<!--/$-->",
                "<!--$?--><template id=\"B:0\"></template>Waiting<!--/$-->",
                "<!--$-->Coming<!--/$-->",
            })
    void aStreamThatFillsItsPartsIsWhole(String part) {
        APage page = APage.withBody(part).showing("Flats", "Flats Coming", 0, false);

        assertThat(page.judgedBy(new PageStatusCheck()).findings()).isEmpty();
    }
}
