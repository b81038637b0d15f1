package dev.smokerunner.observe.browser.bidi;

import static dev.smokerunner.observe.browser.FixtureSite.content;
import static dev.smokerunner.observe.browser.FixtureSite.redirect;
import static dev.smokerunner.observe.browser.FixtureSite.with;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a visit with Firefox tells of redirects, failures and credentials that are asked for. */
class FirefoxNavigationBrowserIT extends OneFirefoxForAll {
    @Test
    void doesNotNavigateWhereNobodyListensOrAnswersWithAPage() throws Exception {
        site.on("/nothing", content(204, "text/html", ""));
        site.on(
                "/file",
                with(Map.of("Content-Disposition", "attachment; filename=a.zip"), 200, "application/zip", "PK"));
        site.on("/round", redirect("/round"));

        assertThat(browser.visit(request(URI.create("http://127.0.0.1:1/"))).ending())
                .isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(browser.visit(request(site.url("/nothing"))).ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(browser.visit(request(site.url("/file"))).ending()).isEqualTo(Ending.DOWNLOAD);
        BrowserVisit round = browser.visit(request(site.url("/round")));
        assertThat(round.ending()).isEqualTo(Ending.NOT_NAVIGATED);
        assertThat(round.document().orElseThrow().failure().map(NetworkFailure::kind))
                .contains(NetworkFailure.Kind.REDIRECT_LOOP);
    }

    @Test
    void followsAPageThatGoesOnBeforeItIsLoaded() throws BrowserException {
        site.page("/", "<script>location.replace('/home')</script><p>Soon<script src=/app.js></script>");
        site.page("/home", "<p>Home");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.rendered().value().orElseThrow().visibleText()).isEqualTo("Home");
    }

    @Test
    void tellsThatAPageHangsAndLooksAtTheNextOne() throws BrowserException {
        site.page("/", "<p>Hi<script>addEventListener('load', () => { setTimeout(() => { for (;;) {} }) })</script>");
        site.page("/well", "<p>Well");

        assertThat(browser.visit(request(site.url("/"), Duration.ofSeconds(2))).ending())
                .isEqualTo(Ending.HUNG);
        assertThat(browser.visit(request(site.url("/well"))).ending()).isEqualTo(Ending.LOADED);
    }

    @Test
    void saysThatCredentialsAreAskedFor() throws BrowserException {
        site.on("/", with(Map.of("WWW-Authenticate", "Basic realm=x"), 401, "text/html", "<p>No"));

        assertThat(browser.visit(request(site.url("/")))
                        .document()
                        .orElseThrow()
                        .status())
                .hasValue(401);
    }

    @Test
    void countsAsErrorWhatThePageCallsAnError() throws BrowserException {
        site.page("/", "<p>Hi<script>console.error('no %s', 'bread')</script>");

        assertThat(messages(browser.visit(request(site.url("/"))), Source.CONSOLE))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.level()).isEqualTo(BrowserMessage.Level.ERROR);
                    assertThat(message.quote().text()).isEqualTo("no bread");
                });
    }
}
