package dev.smokerunner.observe.browser.bidi;

import static dev.smokerunner.observe.browser.FixtureSite.content;
import static dev.smokerunner.observe.browser.FixtureSite.redirect;
import static dev.smokerunner.observe.browser.FixtureSite.with;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a visit with Firefox tells of redirects, dialogs, failures and credentials. */
class FirefoxNavigationBrowserIT extends OneFirefoxForAll {
    @Test
    void tellsTheHopsOfARedirect() throws BrowserException {
        site.on("/", redirect("/home"));
        site.page("/home", "<p>Home");

        BrowserRequest document =
                browser.visit(request(site.url("/"))).document().orElseThrow();

        assertThat(document.status()).hasValue(200);
        assertThat(document.redirects())
                .containsExactly(new dev.smokerunner.observation.Redirect(site.url("/"), 302, site.url("/home")));
    }

    @Test
    void recordsADialogAndGoesOn() throws BrowserException {
        site.page("/", "<p>Hi<script>alert('boo')</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.dialogs()).singleElement().satisfies(dialog -> {
            assertThat(dialog.kind()).isEqualTo(Dialog.Kind.ALERT);
            assertThat(dialog.text()).isEqualTo("boo");
            assertThat(dialog.moment()).isEqualTo(Dialog.Moment.BEFORE_THE_PAGE);
        });
    }

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
    void keepsTwoVisitsAtOnceApart() throws Exception {
        site.page("/a", "<p>A<script src=/a.js></script>");
        site.page("/b", "<p>B<script src=/b.js></script>");
        CompletableFuture<BrowserVisit> other = CompletableFuture.supplyAsync(() -> visit("/b"));

        BrowserVisit a = visit("/a");
        BrowserVisit b = other.get(30, TimeUnit.SECONDS);

        assertThat(a.rendered().value().orElseThrow().visibleText()).isEqualTo("A");
        assertThat(b.rendered().value().orElseThrow().visibleText()).isEqualTo("B");
        assertThat(a.requests()).noneMatch(request -> request.url().equals(site.url("/b.js")));
        assertThat(b.requests()).noneMatch(request -> request.url().equals(site.url("/a.js")));
    }

    private BrowserVisit visit(String path) {
        try {
            return browser.visit(request(site.url(path)));
        } catch (BrowserException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    @Test
    void sendsHeadersAndCredentialsToThePagesOwnOriginAlone() throws BrowserException {
        site.page("/", "<p>Hi<script src=/app.js></script><img src=" + site.foreignUrl("/far.png") + ">");
        BrowserChoice choice = new BrowserChoice(
                FIREFOX.name(),
                Optional.empty(),
                Optional.empty(),
                Screen.DEFAULT,
                Map.of("X-Canary", "yes"),
                Optional.of(new Secret("ann:pass")),
                Engine.DEVTOOLS);

        try (FirefoxBrowser introduced = FirefoxBrowser.launch(choice)) {
            assertThat(introduced.visit(request(site.url("/"))).ending()).isEqualTo(Ending.LOADED);
        }

        assertThat(site.asked("/app.js")).singleElement().satisfies(asked -> {
            assertThat(asked.headers().get("X-canary")).containsExactly("yes");
            assertThat(asked.headers().get("Authorization")).containsExactly("Basic YW5uOnBhc3M=");
        });
        // A picture that is not there is asked for twice.
        assertThat(site.asked("/far.png")).isNotEmpty().allSatisfy(asked -> assertThat(asked.headers())
                .doesNotContainKeys("X-canary", "Authorization"));
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
