package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How elements are waited for and looked at, and how visits keep apart. */
class ChromiumElementsBrowserIT extends OneBrowserForAll {
    private static final Duration SHORT = Duration.ofMillis(700);

    private ElementSighting sighting(String body, String css) throws BrowserException {
        site.page("/", body);
        return browser.visit(request(site.url("/"), SHORT, css)).elements().get(0);
    }

    @Test
    void waitsForAnElementThatComesLater() throws BrowserException {
        site.page(
                "/",
                "<main></main><script>setTimeout(() => document.querySelector('main').innerHTML = '<b>in</b>', 500)</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), "main b"));

        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
        assertThat(visit.timings().ready()).hasValueSatisfying(ready -> assertThat(ready)
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(4)));
    }

    @Test
    void waitsForTheTextOfAnElement() throws BrowserException {
        site.page("/", "<p id=v>1</p><script>setTimeout(() => v.textContent = 'version 2.4', 300)</script>");
        RequiredElement version = new RequiredElement(
                "#v", Optional.of(new TextPattern("/2\\.\\d/")), OptionalInt.of(1), true, Severity.SEV3);

        BrowserVisit visit = browser.visit(new VisitRequest(
                site.url("/"), Duration.ofSeconds(5), Duration.ofSeconds(5), List.of(version), List.of(), url -> true));

        assertThat(visit.elements().get(0).texts()).containsExactly("version 2.4");
    }

    @Test
    void saysWhichElementDidNotCome() throws BrowserException {
        site.page("/", "<p>Hi<script>'might add it'</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), SHORT, "#never"));

        assertThat(visit.notes())
                .singleElement(STRING)
                .startsWith("waited until ")
                .endsWith(" for the element \"#never\"");
        assertThat(visit.settling().missing()).containsExactly(new Awaited.Element("#never"));
        assertThat(visit.timings().ready()).isEmpty();
        assertThat(visit.elements().get(0).matches()).isZero();
    }

    @Test
    void doesNotWaitForAnElementThatNothingCouldAdd() throws BrowserException {
        site.page("/", "<p>Hi");

        BrowserVisit visit = browser.visit(request(site.url("/"), Duration.ofMinutes(1), "#never"));

        assertThat(visit.notes()).singleElement(STRING).contains("the page has no script that could change it");
        assertThat(visit.settling().until()).isLessThan(Duration.ofSeconds(30));
        assertThat(visit.timings().ready()).isEmpty();
    }

    @Test
    void findsAnElementInAnOpenShadowRoot() throws BrowserException {
        ElementSighting seen = sighting(
                "<div id=host></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<b>deep</b>'</script>", "b");

        assertThat(seen.visible()).isEqualTo(1);
        assertThat(seen.texts()).containsExactly("deep");
    }

    @Test
    void readsTheTextOfAnOpenShadowRoot() throws BrowserException {
        site.page(
                "/", "<div id=host></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<b>deep</b>'</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(visit.rendered().value().orElseThrow().visibleText()).isEqualTo("deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p style='display:none'>x</p> | display: none",
                "<div style='display:none'><p>x</p></div> | display: none on <div>",
                "<div id=box style='opacity:0'><p>x</p></div> | opacity: 0 on <div#box>",
                "<p style='visibility:hidden'>x</p> | visibility: hidden",
                "<p style='width:0;height:0'></p> | its box is 0x0",
                "<p style='position:absolute;left:-9999px'>x</p> | it lies outside of the page"
            })
    void saysWhyAnElementCannotBeSeen(String body, String reason) throws BrowserException {
        ElementSighting seen = sighting(body, "p");

        assertThat(seen.matches()).isEqualTo(1);
        assertThat(seen.visible()).isZero();
        assertThat(seen.invisibleBecause()).isEqualTo(reason);
    }

    @Test
    void saysThatASelectorIsNone() throws BrowserException {
        ElementSighting seen = sighting("<p>x", "p[");

        assertThat(seen.invisibleBecause()).isEqualTo("it is not a CSS selector");
    }

    @Test
    void cutsTextsInThePageAlready() throws BrowserException {
        ElementSighting seen = sighting("<p id=long></p><script>long.textContent = 'x '.repeat(1e6)</script>", "p");

        assertThat(seen.texts().get(0)).hasSize(500);
    }

    @Test
    void isNotFooledByAPageThatReplacesTheGlobals() throws BrowserException {
        site.page(
                "/",
                "<p>Hi<script>JSON.stringify = Array.prototype.map = () => 'lies'; window.getComputedStyle = null</script>");

        BrowserVisit visit = browser.visit(request(site.url("/"), "p"));

        assertThat(visit.elements().get(0).visible()).isEqualTo(1);
    }

    @Test
    void forgetsCookiesAndServiceWorkersFromOneVisitToTheNext() throws BrowserException {
        site.page(
                "/",
                "<p>Hi<script>document.cookie = 'seen=1'; navigator.serviceWorker.register('/sw.js')"
                        + ".then(() => document.body.insertAdjacentHTML('beforeend', '<i>on</i>'))</script>");
        site.on("/sw.js", script("onfetch = event => event.respondWith(new Response('stale'))"));
        browser.visit(request(site.url("/"), "i"));

        BrowserVisit second = browser.visit(request(site.url("/"), "i"));

        assertThat(second.rendered().value().orElseThrow().visibleText()).startsWith("Hi");
        assertThat(site.asked("/")).hasSize(2).allSatisfy(asked -> assertThat(asked.headers())
                .doesNotContainKey("Cookie"));
    }
}
