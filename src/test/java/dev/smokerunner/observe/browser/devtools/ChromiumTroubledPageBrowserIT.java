package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.redirect;
import static dev.smokerunner.observe.browser.FixtureSite.status;
import static dev.smokerunner.observe.browser.FixtureSite.truncated;
import static dev.smokerunner.observe.browser.FixtureSite.with;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How visits of pages end that do not come, do not end or do not answer. */
class ChromiumTroubledPageBrowserIT extends OneBrowserForAll {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void doesNotNavigateToAPortWhereNobodyListens() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        BrowserVisit visit = browser.visit(request(nobody));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(visit.endingDetail()).isEqualTo("net::ERR_CONNECTION_REFUSED");
        assertThat(visit.document().flatMap(BrowserRequest::failure).map(NetworkFailure::kind))
                .contains(NetworkFailure.Kind.REFUSED);
        assertThat(visit.rendered().value()).isEmpty();
        assertThat(visit.requests()).hasSize(1);
    }

    @Test
    void doesNotNavigateToNoContent() throws BrowserException {
        site.on("/", status(204));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(visit.endingDetail()).isEqualTo("answered 204, which has no content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onload = () => location = 'mailto:us@site.example'",
                "onload = () => location.href = 'our-app://open'"
            })
    void staysOnAPageThatOpensAnotherProgram(String script) throws BrowserException {
        site.page("/", "<p>Write to us<script>" + script + "</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), "p"));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
    }

    @Test
    void doesNotNavigateToADownloadAndKeepsNothingOfIt() throws BrowserException {
        site.on(
                "/",
                with(
                        Map.of("Content-Disposition", "attachment; filename=\"smoke-evil.sh\""),
                        200,
                        "application/octet-stream",
                        "abc"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.DOWNLOAD);
        assertThat(visit.endingDetail()).isEqualTo("answered with a download (smoke-evil.sh), not with a page");
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(Files.exists(home.resolve("Downloads/smoke-evil.sh"))).isFalse();
        assertThat(Files.exists(home.resolve("smoke-evil.sh"))).isFalse();
    }

    @Test
    void doesNotNavigateInARedirectLoop() throws BrowserException {
        site.on("/", redirect("/"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(visit.document().flatMap(BrowserRequest::failure).map(NetworkFailure::kind))
                .contains(NetworkFailure.Kind.REDIRECT_LOOP);
    }

    @Test
    void doesNotNavigateWhereNobodyAnswers() throws BrowserException {
        site.on("/", site.silence());

        BrowserVisit visit = browser.visit(request(site.url("/"), SHORT));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(visit.endingDetail()).isEqualTo("no answer within 1000 ms");
    }

    @Test
    void tellsAnErrorWithoutAPage() throws BrowserException {
        site.on("/", status(500));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(visit.endingDetail()).isEqualTo("answered 500 without a page");
        assertThat(visit.document().orElseThrow().status()).hasValue(500);
    }

    @Test
    void tellsThatCredentialsAreAskedFor() throws BrowserException {
        site.on("/", with(Map.of("WWW-Authenticate", "Basic realm=x"), 401, "text/html", "<p>No"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.endingDetail()).isEqualTo("answered 401 and asks for credentials");
        assertThat(visit.document().orElseThrow().status()).hasValue(401);
    }

    @Test
    void loadsAnErrorPage() throws BrowserException {
        BrowserVisit visit = browser.visit(request(site.url("/nowhere")));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.document().orElseThrow().status()).hasValue(404);
    }

    @Test
    void saysThatADocumentEndedEarly() throws BrowserException {
        site.on("/", truncated("text/html", "<h1>Half"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_LOADED);
        assertThat(visit.endingDetail()).contains("ended early", "ERR_CONTENT_LENGTH_MISMATCH");
    }

    @Test
    void namesTheScriptThatKeepsAPageFromLoading() throws BrowserException {
        site.page("/", "<p>Hi<script src=/slow.js></script>");
        site.on("/slow.js", site.silence());

        BrowserVisit visit = browser.visit(request(site.url("/"), SHORT));

        assertThat(visit.ending()).isEqualTo(Ending.NOT_LOADED);
        assertThat(visit.endingDetail()).contains(site.url("/slow.js").toString());
        assertThat(requestFor(visit, "/slow.js").isOpen()).isTrue();
        assertThat(visit.rendered().value()).isPresent();
    }

    @Test
    void tellsThatAPageHangs() throws BrowserException {
        site.page("/", "<p>Hi<script>while (true) {}</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), SHORT));

        assertThat(visit.ending()).isEqualTo(Ending.HUNG);
        assertThat(visit.endingDetail()).contains("a script of it never ends");
    }

    @Test
    void tellsThatAPageHangsAfterItLoaded() throws BrowserException {
        site.page("/", "<p>Hi<script>onload = () => setTimeout(() => { while (true) {} }, 30)</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), SHORT));

        assertThat(visit.ending()).isEqualTo(Ending.HUNG);
    }

    @Test
    void looksAtTheNextPageAfterOneThatHangs() throws BrowserException {
        site.page("/hangs", "<script>while (true) {}</script>");
        site.page("/healthy", "<p>Hi");
        browser.visit(request(site.url("/hangs"), SHORT));

        BrowserVisit visit = browser.visit(request(site.url("/healthy")));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
    }

    @Test
    void tellsThatAPageReloadsWithoutEnd() throws BrowserException {
        site.page("/", "<p>Hi<script>onload = () => location.reload()</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.KEEPS_NAVIGATING);
    }

    @Test
    void followsAPageThatGoesOnOnce() throws BrowserException {
        site.page("/", "<p>Wait<script>onload = () => location.replace('/next')</script>");
        site.page("/next", "<p id=next>Next");

        BrowserVisit visit = browser.visit(request(site.url("/"), "#next"));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.document().orElseThrow().url()).isEqualTo(site.url("/next"));
        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForAPollAStreamOrATimer() throws BrowserException {
        site.page(
                "/",
                "<p>Hi<script>fetch('/poll'); new EventSource('/stream'); setInterval(() => fetch('/tick'), 20)</script>");
        site.on("/poll", site.silence());
        site.on("/stream", site.endless("text/event-stream"));
        site.page("/tick", "");

        BrowserVisit visit = browser.visit(request(site.url("/"), Duration.ofSeconds(20)));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(requestFor(visit, "/stream").kind()).isEqualTo(BrowserRequest.Kind.STREAM);
        assertThat(visit.timings().ready())
                .hasValueSatisfying(ready -> assertThat(ready).isLessThan(Duration.ofSeconds(4)));
        assertThat(visit.notes()).anySatisfy(note -> assertThat(note).contains("did not wait for the answer of "));
    }
}
