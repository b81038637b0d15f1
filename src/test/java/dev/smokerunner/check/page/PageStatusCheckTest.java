package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1> | page-of-the-server",
                "<title>Apache2 Debian Default Page: It works</title> | page-of-the-server",
                "<title>Index of /</title><h1>Index of /</h1><a href=a>a</a> | page-is-a-listing",
                "<title>Directory listing for /</title><h1>Directory listing for /</h1> | page-is-a-listing"
            })
    void failsOnWhatAServerShowsByItself(String html, String kind) {
        assertThat(only(APage.withHtml(html)).kind()).isEqualTo(kind);
        assertThat(APage.withHtml(html)
                        .judgedBy(new PageStatusCheck(), Expecting.elements(RequiredElement.of("a")))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Welcome to nginx! A course</title>",
                "<title>Index of / and what it means</title><h1>Index of / and what it means</h1>",
                "<title>Index of /</title><h1>What Index of / means</h1>",
                "<title>Index of /</title><h1>Index of /</h1><script src=app.js></script>"
            })
    void passesAPageAboutWhatServersShow(String html) {
        assertThat(judge(APage.withHtml(html)).findings()).isEmpty();
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
    void passesTheStatusThatTheConfigNames() {
        CheckResult result = APage.healthy()
                .navigated(document().answered(404, "text/html"))
                .judgedBy(new PageStatusCheck(), Expecting.status(404));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
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
}
