package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.content;
import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.BrowserException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For what a loaded page is waited for, and for what not. */
class ChromiumWaitBrowserIT extends OneBrowserForAll {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1500);

    private BrowserVisit visit(String body, Duration limit) throws BrowserException {
        site.page("/", body);
        return browser.visit(request(site.url("/"), limit));
    }

    private static String text(BrowserVisit visit) {
        return visit.rendered().value().orElseThrow().visibleText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p id=p></p><script>setTimeout(() => p.textContent = 'here', 900)</script>",
                "<p>here</p><script>document.documentElement.style.opacity = 0;"
                        + "setTimeout(() => document.documentElement.style.opacity = 1, 900)</script>",
                "<p>here</p><script>document.body.hidden = true; setTimeout(() => document.body.hidden = false, 900)</script>",
                "<p id=p></p><script>var n = 0; (function f() { ++n < 40 ? requestAnimationFrame(f) : p.textContent = 'here' })()</script>",
            })
    void waitsUntilAPageShowsSomething(String body) throws BrowserException {
        BrowserVisit visit = visit(body, LONG);

        assertThat(text(visit)).isEqualTo("here");
        assertThat(visit.timings().ready()).isPresent();
        assertThat(visit.settling().missing()).isEmpty();
    }

    @Test
    void waitsForTheAnswersOfThePagesOwnSite() throws BrowserException {
        site.on("/late", site.late(Duration.ofMillis(1800), content(404, "application/json", "{}")));

        BrowserVisit visit =
                visit("<p id=p>Asking</p><script>fetch('/late').then(() => p.textContent = 'none')</script>", LONG);

        assertThat(requestFor(visit, "/late").status()).hasValue(404);
        assertThat(text(visit)).isEqualTo("none");
    }

    @Test
    void saysWhichAnswerDidNotCome() throws BrowserException {
        site.on("/never", site.silence());

        BrowserVisit visit = visit("<p>Hi</p><script>fetch('/never').then(alert)</script>", SHORT);

        assertThat(visit.timings().ready()).isEmpty();
        assertThat(visit.settling().missing())
                .containsExactly(new Awaited.Answer(requestFor(visit, "/never").id(), site.url("/never")));
    }

    @Test
    void goesAlongWithARedirectThatThePageAnnounces() throws BrowserException {
        site.page("/next", "<p>next</p>");

        assertThat(text(visit("<p>On we go</p><meta http-equiv=refresh content='1; url=/next'>", LONG)))
                .isEqualTo("next");
        assertThat(text(visit("<p>Soon</p><script>setTimeout(() => location.href = '/next', 1200)</script>", LONG)))
                .isEqualTo("next");
        assertThat(text(visit(
                        "<p id=p>2</p><script>var n = 2; setInterval(() => {"
                                + " p.textContent = --n; if (!n) location.replace('/next') }, 700)</script>",
                        LONG)))
                .isEqualTo("next");
    }

    @Test
    void waitsWhileTimersLetThePageGrow() throws BrowserException {
        BrowserVisit visit = visit(
                "<p id=p>1</p><script>var n = 1; function more() {"
                        + " p.append(' ' + ++n); if (n < 5) setTimeout(more, 300) } setTimeout(more, 300)</script>",
                LONG);

        assertThat(text(visit)).isEqualTo("1 2 3 4 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function poll() { fetch('/never').then(poll) })()",
                "async function news() { for (;;) await fetch('/never') } news()",
                "fetch('/never', {method: 'POST'})",
                "navigator.sendBeacon('/never', 'seen')",
                "fetch('/socket.io/?EIO=4&transport=polling').then(alert)",
                "fetch('/drip').then(a => a.text()).then(alert)",
                "new EventSource('/stream')",
                "setInterval(() => fetch('/tick'), 50)",
                "setInterval(() => document.title = document.querySelector('p').textContent = new Date().getSeconds() % 10, 100)",
                "setTimeout(() => location.href = '/later', 600000)",
                "setInterval(() => { if (window.over) location.href = '/login' }, 1000)"
            })
    void doesNotWaitForWhatNeverEnds(String endless) throws BrowserException {
        site.on("/never", site.silence())
                .on("/socket.io/", site.silence())
                .on("/drip", site.endless("application/octet-stream"))
                .on("/stream", site.endless("text/event-stream"))
                .page("/tick", "");

        BrowserVisit visit = visit("<p>1</p><script>" + endless + "</script>", LONG);

        assertThat(visit.timings().ready())
                .hasValueSatisfying(ready -> assertThat(ready).isLessThan(Duration.ofSeconds(8)));
    }

    @Test
    void looksAtTheCodeOfAScriptFile() throws BrowserException {
        site.on("/never", site.silence())
                .on(
                        "/feed.js",
                        script(
                                "class Feed { run() { return fetch('/never').then(() => this.run()) } }\nnew Feed().run()"));

        BrowserVisit visit = visit("<p>Hi</p><script src=/feed.js></script>", LONG);

        assertThat(visit.timings().ready()).isPresent();
    }

    @Test
    void doesNotWaitForAPageWhoseOnlyScriptIsMissing() throws BrowserException {
        BrowserVisit visit = visit("<div id=app></div><script src=/gone.js></script>", LONG);

        assertThat(visit.settling().missing()).containsExactly(new Awaited.Content());
        assertThat(visit.settling().until()).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void leavesThePagesOwnTimersAsTheyAre() throws BrowserException {
        BrowserVisit visit = visit(
                "<p id=p></p><script>p.textContent = [String(setTimeout).includes('[native code]'), setTimeout.name,"
                        + " setTimeout.length, 'smokeRunnerTimers' in window].join(' ')</script>",
                LONG);

        assertThat(text(visit)).isEqualTo("true setTimeout 1 false");
    }
}
