package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.content;
import static dev.smokerunner.observe.browser.FixtureSite.html;
import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.FixtureSite.with;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observe.browser.BrowserException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Chromium says of a page while it visits it: exceptions, rejections, refusals. */
class ChromiumMessagesBrowserIT extends OneBrowserForAll {
    @Test
    void namesTheScriptWhoseSyntaxIsWrong() throws BrowserException {
        site.page("/", "<p>Hi<script src=/spa.js></script>");
        site.on("/spa.js", html("<!doctype html><p>Home"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(requestFor(visit, "/spa.js").headers().mediaType()).isEqualTo("text/html");
        assertThat(messages(visit, Source.EXCEPTION)).singleElement().satisfies(exception -> {
            assertThat(exception.quote().text()).isEqualTo("SyntaxError: Unexpected token '<'");
            assertThat(exception.url()).contains(site.url("/spa.js").toString());
            assertThat(exception.line()).isEqualTo(1);
            assertThat(exception.column()).isEqualTo(1);
        });
    }

    @Test
    void hearsARejectionThatNobodyHandles() throws BrowserException {
        site.page("/", "<p>Hi<script>Promise.reject(new Error('lost'))</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.EXCEPTION))
                .extracting(message -> message.quote().text())
                .containsExactly("Error: lost");
    }

    @Test
    void namesNoPlaceOfARejectionThatTheBrowserMade() throws BrowserException {
        site.page("/", "<p>Hi<script>fetch('/late.json').then(answer => answer.json())</script>");
        site.on("/late.json", html("<p>No JSON"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.EXCEPTION)).singleElement().satisfies(exception -> {
            assertThat(exception.quote().text())
                    .isEqualTo("SyntaxError: Unexpected token '<', \"<p>No JSON\" is not valid JSON");
            assertThat(exception.url()).contains(site.url("/").toString());
            assertThat(exception.line()).isZero();
        });
    }

    @Test
    void hearsAnExceptionOfAWorker() throws BrowserException {
        site.page("/", "<p>Hi<script>new Worker('/worker.js')</script>");
        site.on("/worker.js", script("throw new Error('in a worker')"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.EXCEPTION))
                .extracting(message -> message.quote().text())
                .containsExactly("Error: in a worker");
    }

    @Test
    void foldsWhatTheConsoleRepeats() throws BrowserException {
        site.page("/", "<p>Hi<script>for (let i = 0; i < 3; i++) console.error('again')</script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.CONSOLE)).singleElement().satisfies(message -> {
            assertThat(message.level()).isEqualTo(BrowserMessage.Level.ERROR);
            assertThat(message.quote().text()).isEqualTo("again");
            assertThat(message.count()).isEqualTo(3);
        });
    }

    @Test
    void hearsThatIntegrityKeepsAScriptOut() throws BrowserException {
        site.page("/", "<p>Hi<script src=/sri.js integrity=sha256-AAAA></script>");
        site.on("/sri.js", script("1"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .satisfies(message -> assertThat(message.quote().text()).contains("integrity", "/sri.js"));
        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .matches(message -> message.says(RefusedDigest.class), "tells the digest");
    }

    @Test
    void hearsThatNosniffKeepsAScriptOut() throws BrowserException {
        site.page("/", "<p>Hi<script src=/plain.js></script>");
        site.on("/plain.js", with(Map.of("X-Content-Type-Options", "nosniff"), 200, "text/plain", "1"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .satisfies(message -> assertThat(message.quote().text()).contains("MIME type", "/plain.js"));
        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .matches(message -> message.says(RefusedType.class), "tells the type");
    }

    @Test
    void hearsThatAModuleHasTheWrongType() throws BrowserException {
        site.page("/", "<p>Hi<script type=module src=/module.js></script>");
        site.on("/module.js", content(200, "text/plain", "export {}"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .satisfies(message -> assertThat(message.quote().text()).contains("module script"));
        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .matches(message -> message.says(RefusedType.class), "tells the type");
    }

    @Test
    void hearsThatAPolicyKeepsAScriptOut() throws BrowserException {
        site.on(
                "/",
                with(
                        Map.of("Content-Security-Policy", "script-src 'none'"),
                        200,
                        "text/html",
                        "<p>Hi<script src=/app.js></script>"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.SECURITY))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.quote().text()).contains("Content Security Policy"));
        assertThat(messages(visit, Source.SECURITY)).allMatch(message -> message.facts(RefusedAddress.class)
                .anyMatch(refused -> refused.rule() == BlockingRule.CSP));
    }

    @Test
    void tellsThatAnAnswerOfAnotherSiteIsKeptFromAScript() throws BrowserException {
        site.page("/", "<p>Hi<script>fetch('" + site.foreignUrl("/data") + "').catch(() => {})</script>");
        site.on("/data", content(200, "application/json", "{}"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest call = requestFor(visit, "/data");
        assertThat(call.kind()).isEqualTo(Kind.CALL);
        assertThat(call.firstParty()).isFalse();
        assertThat(call.failure()).isPresent();
        assertThat(messages(visit, Source.SECURITY))
                .singleElement()
                .satisfies(message -> assertThat(message.quote().text()).contains("CORS policy"));
        assertThat(call.failure()).flatMap(NetworkFailure::rule).contains(BlockingRule.CORS);
        assertThat(messages(visit, Source.SECURITY)).singleElement().matches(message -> message.facts(
                        RefusedAddress.class)
                .anyMatch(refused -> refused.rule() == BlockingRule.CORS));
    }
}
