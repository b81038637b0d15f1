package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageStatusCheckTest {
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

    private static APage withoutBrowser() {
        return APage.healthy().withoutBrowser("no browser was asked for", Fault.NOT_ASKED);
    }

    @Test
    void passesAPageThatCame() {
        assertThat(judge(APage.healthy()).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(withoutBrowser()).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 'the page answers 500, not 200'",
        "404, 'the page answers 404, not 200'",
        "401, 'the page answers 401: credentials needed'",
        "204, 'the page answers 204: no content'",
        "205, 'the page answers 205: no content'"
    })
    void failsOnTheStatusOfTheBrowsersRequest(int status, String message) {
        Finding finding = only(APage.healthy().navigated(document().answered(status, "text/html")));

        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.impact()).isEqualTo(Severity.SEV1);
        assertThat(finding.evidence()).contains("plain HTTP: 200 text/html");
        assertThat(finding.reproduce()).contains("curl -sS -L -o /dev/null -D - 'https://shop.example/'");
    }

    @Test
    void saysThatThePageWorksAndHowItsStatusIsAllowed() {
        APage works = APage.healthy()
                .navigated(document().answered(404, "text/html"))
                .requested(ARequest.of(BrowserRequest.Kind.SCRIPT, "app.js").answered(200, "text/javascript"));

        assertThat(only(works).hint().orElseThrow()).contains("works", "status: 404");
        assertThat(only(works.throwing("Error: no route", "app.js", 1)).hint().orElseThrow())
                .doesNotContain("status: 404");
    }

    @Test
    void passesTheStatusThatIsAskedFor() {
        APage page = APage.healthy().navigated(document().answered(404, "text/html"));

        assertThat(page.judgedBy(new PageStatusCheck(), Expecting.status(404)).findings())
                .isEmpty();
    }

    @Test
    void failsOnTheStatusOfPlainHttpWhereThereIsNoBrowser() {
        assertThat(only(withoutBrowser().answered(AnAnswer.of(500, "text/html", HTML)))
                        .message())
                .isEqualTo("the page answers 500, not 200");
    }

    @Test
    void failsOnALogInThatHasNothingOfWhatIsRequired() {
        APage page =
                APage.healthy().navigated(document().redirectedTo("/login")).sighting("form#signup", 0, 0);

        CheckResult result =
                page.judgedBy(new PageStatusCheck(), Expecting.elements(RequiredElement.of("form#signup")));

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly("the page sends its visitors to a log-in, which has nothing that the page must show");
    }

    @Test
    void passesAStartPageThatLeadsToItsLogIn() {
        APage page =
                APage.healthy().navigated(document().redirectedTo("/login")).sighting("form#login", 1, 1);

        assertThat(page.judgedBy(new PageStatusCheck(), Expecting.elements(RequiredElement.of("form#login")))
                        .findings())
                .isEmpty();
        assertThat(judge(page).findings()).isEmpty();
    }

    @Test
    void leavesAPageThatGoesOnAndOnToThePageBlankCheck() {
        APage page = APage.healthy()
                .navigated(document().open())
                .ending(Ending.KEEPS_NAVIGATING, "the page went on 6 times");

        assertThat(judge(page).findings()).isEmpty();
    }

    @Test
    void passesTheStatusThatTheConfigNames() {
        CheckResult result = APage.healthy()
                .navigated(document().answered(404, "text/html"))
                .judgedBy(new PageStatusCheck(), Expecting.status(404));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
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
    void failsWhenADownloadAnswers() {
        Finding dropped = only(APage.healthy()
                .navigated(document()
                        .answered(200, "application/octet-stream")
                        .failingAfterStatus(NetworkFailure.Kind.ABORTED, "net::ERR_ABORTED")));
        Finding attached = only(withoutBrowser()
                .answered(AnAnswer.of(200, "text/html", HTML).with("content-disposition", "attachment; filename=x")));

        assertThat(dropped.message()).isEqualTo("the page is answered with a download, not a page");
        assertThat(attached.message()).isEqualTo("the page is answered with a download, not a page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "image/png"})
    void failsWhenItIsNotHtml(String type) {
        assertThat(only(APage.healthy().navigated(document().answered(200, type)))
                        .message())
                .isEqualTo("the page is not HTML");
    }

    @Test
    void passesXhtmlAndHtmlWithoutAType() {
        assertThat(judge(APage.healthy().navigated(document().answered(200, "application/xhtml+xml")))
                        .findings())
                .isEmpty();
        assertThat(judge(withoutBrowser().answered(AnAnswer.of(200, "", HTML))).findings())
                .isEmpty();
    }

    @Test
    void failsWhenItIsEmpty() {
        APage page = APage.healthy().answered(AnAnswer.of(200, "text/html", "")).showing("", "", 0, true);

        assertThat(only(page).message()).isEqualTo("the page is empty");
    }

    @Test
    void failsWhenItIsCompressedAndDoesNotSaySo() {
        AnAnswer gzip = AnAnswer.of(200, "text/html", new byte[] {0x1f, (byte) 0x8b, 8, 0});

        assertThat(only(APage.healthy().answered(gzip)).message()).contains("compressed and does not say so");
    }

    @Test
    void failsWhenItEndsOnAnotherSite() {
        assertThat(only(APage.healthy().navigated(document().redirectedTo("https://parked.example.net/")))
                        .message())
                .isEqualTo("the page ended on another site");
        assertThat(only(APage.healthy()
                                .navigated(ARequest.of(Kind.DOCUMENT, "https://id.example.net/login?to=x")
                                        .answered(200, "text/html")))
                        .message())
                .isEqualTo("the page ended on a log-in page of another site");
        assertThat(only(withoutBrowser()
                                .answered(
                                        AnAnswer.of(200, "text/html", HTML).redirectedTo("https://other.example.net/")))
                        .message())
                .isEqualTo("the page ended on another site");
    }

    @Test
    void passesARedirectWithinTheSite() {
        assertThat(judge(APage.healthy().navigated(document().redirectedTo("https://www.shop.example/login")))
                        .findings())
                .isEmpty();
        assertThat(judge(withoutBrowser()
                                .answered(
                                        AnAnswer.of(200, "text/html", HTML).redirectedTo("https://www.shop.example/")))
                        .findings())
                .isEmpty();
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
    void saysWhatHealed() {
        Finding finding = only(
                APage.healthy().answered(AnAnswer.of(200, "text/html", HTML).after("503")));

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "403, cf-mitigated, challenge, Cloudflare",
        "202, x-amzn-waf-action, challenge, AWS WAF",
        "405, x-amzn-waf-action, captcha, AWS WAF",
        "429, x-vercel-mitigated, challenge, Vercel"
    })
    void doesNotJudgeWhatAFirewallAnswersToMachines(int status, String field, String value, String firewall) {
        CheckResult result = APage.healthy()
                .navigated(ARequest.of(BrowserRequest.Kind.DOCUMENT, "https://shop.example/")
                        .answered(status, "text/html")
                        .with(field, value))
                .judgedBy(new PageStatusCheck());

        assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
        assertThat(result.reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith(firewall).contains("browser.headers"));
    }

    @Test
    void aPlainRefusalIsAFailure() {
        CheckResult result = APage.healthy()
                .navigated(ARequest.of(BrowserRequest.Kind.DOCUMENT, "https://shop.example/")
                        .answered(403, "text/html")
                        .with("server", "cloudflare"))
                .judgedBy(new PageStatusCheck());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
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
}
