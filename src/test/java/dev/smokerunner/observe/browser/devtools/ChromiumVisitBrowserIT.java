package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.redirect;
import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.FixtureSite.truncated;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserException;
import org.junit.jupiter.api.Test;

/** What a visit tells about pages and their assets. */
class ChromiumVisitBrowserIT extends OneBrowserForAll {
    @Test
    void seesAHealthyPage() throws BrowserException {
        site.page("/", "<h1>Sign up</h1><form id=signup><input></form><script src=/app.js></script>");
        site.on("/app.js", script("document.title = 'Ready'"));

        BrowserVisit visit = browser.visit(request(site.url("/"), "form#signup"));

        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(visit.document().orElseThrow().status()).hasValue(200);
        assertThat(visit.messages()).isEmpty();
        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
        assertThat(visit.rendered().value().orElseThrow().title()).isEqualTo("Ready");
        assertThat(visit.rendered().value().orElseThrow().visibleText()).isEqualTo("Sign up");
        assertThat(visit.rendered().value().orElseThrow().visibleObjects()).isEqualTo(1);
        assertThat(visit.screenshot().value()).isPresent();
        assertThat(visit.timings().document()).isPresent();
        assertThat(visit.timings().domContentLoaded()).isPresent();
        assertThat(visit.timings().load()).isPresent();
        assertThat(visit.timings().ready()).isPresent();
    }

    @Test
    void tellsAMissingScriptByItsStatusAndAsNoFurtherFailure() throws BrowserException {
        site.page("/", "<p>Hi<script src=/missing.js></script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest missing = requestFor(visit, "/missing.js");
        assertThat(missing.status()).hasValue(404);
        assertThat(missing.kind()).isEqualTo(Kind.SCRIPT);
        assertThat(missing.failure()).isEmpty();
        assertThat(missing.isOpen()).isFalse();
        assertThat(missing.initiator()).hasValueSatisfying(by -> assertThat(by)
                .startsWith(site.url("/").toString()));
        assertThat(messages(visit, Source.NETWORK)).singleElement().satisfies(message -> assertThat(message.url())
                .contains(site.url("/missing.js").toString()));
    }

    @Test
    void tellsWhatAFrameAskedFor() throws BrowserException {
        site.page("/", "<p>Hi<iframe src=/frame></iframe>");
        site.page("/frame", "<p class=inner>Inner<script src=/frame.js></script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), java.time.Duration.ofSeconds(1), ".inner"));

        assertThat(requestFor(visit, "/frame").kind()).isEqualTo(Kind.FRAME);
        assertThat(requestFor(visit, "/frame.js").inFrame()).isTrue();
        assertThat(visit.document().orElseThrow().url()).isEqualTo(site.url("/"));
        assertThat(visit.elements().get(0).inFrame()).isTrue();
        assertThat(visit.elements().get(0).matches()).isZero();
    }

    @Test
    void tellsTheHopsOfARedirect() throws BrowserException {
        site.on("/", redirect("/home"));
        site.page("/home", "<p>Home");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest document = visit.document().orElseThrow();
        assertThat(visit.ending()).isEqualTo(Ending.LOADED);
        assertThat(document.status()).hasValue(200);
        assertThat(document.redirects())
                .containsExactly(new dev.smokerunner.observation.Redirect(site.url("/"), 302, site.url("/home")));
    }

    @Test
    void tellsAnAssetThatEndsEarly() throws BrowserException {
        site.page("/", "<p>Hi<script src=/short.js></script>");
        site.on("/short.js", truncated("text/javascript", "var a = 1;"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(requestFor(visit, "/short.js").failure().map(NetworkFailure::kind))
                .contains(NetworkFailure.Kind.TRUNCATED);
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
            assertThat(dialog.caller()).hasValueSatisfying(caller -> assertThat(caller)
                    .startsWith(site.url("/").toString()));
        });
    }

    @Test
    void seesThatAPageShowsNothing() throws BrowserException {
        site.page("/", "<div style=opacity:0>All is here</div>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.rendered().value()).hasValueSatisfying(page -> {
            assertThat(page.visibleText()).isEmpty();
            assertThat(page.visibleObjects()).isZero();
            assertThat(page.onePlainColour()).isTrue();
        });
    }

    @Test
    void keepsTheDocumentAsItCame() throws BrowserException {
        site.page("/", "<p id=a>Hi<script>document.getElementById('a').remove()</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.source().value())
                .hasValueSatisfying(source -> assertThat(source).contains("<p id=a>Hi"));
    }
}
