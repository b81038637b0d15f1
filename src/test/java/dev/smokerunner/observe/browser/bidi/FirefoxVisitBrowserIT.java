package dev.smokerunner.observe.browser.bidi;

import static dev.smokerunner.observe.browser.FixtureSite.content;
import static dev.smokerunner.observe.browser.FixtureSite.html;
import static dev.smokerunner.observe.browser.FixtureSite.script;
import static dev.smokerunner.observe.browser.FixtureSite.with;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.PageVisits;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a visit with Firefox tells, as all do and more. */
class FirefoxVisitBrowserIT extends OneFirefoxForAll implements PageVisits {
    @Test
    void namesTheScriptWhoseSyntaxIsWrong() throws BrowserException {
        site.page("/", "<p>Hi<script src=/spa.js></script>");
        site.on("/spa.js", html("<!doctype html><p>Home"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.EXCEPTION)).singleElement().satisfies(exception -> {
            assertThat(exception.quote().text()).isEqualTo("SyntaxError: expected expression, got '<'");
            assertThat(exception.url()).contains(site.url("/spa.js").toString());
            assertThat(exception.line()).isEqualTo(1);
            assertThat(exception.facts(UnparsedText.class)).isNotEmpty();
        });
    }

    @Test
    void hearsARejectionThatNobodyHandlesAndWhereItComesFrom() throws BrowserException {
        site.page("/", "<p>Hi<script src=/lost.js></script>");
        site.on("/lost.js", script("\nPromise.reject(new Error('lost'))"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.EXCEPTION)).singleElement().satisfies(exception -> {
            assertThat(exception.quote().text()).isEqualTo("Error: lost");
            assertThat(exception.url()).contains(site.url("/lost.js").toString());
            assertThat(exception.line()).isEqualTo(2);
        });
    }

    @Test
    void hearsThatIntegrityKeepsAScriptOut() throws BrowserException {
        String digest = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        site.page("/", "<p>Hi<script src=/sri.js integrity='" + digest + "'></script>");
        site.on("/sri.js", script("1"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(messages(visit, Source.SECURITY))
                .isNotEmpty()
                .allMatch(message -> message.says(RefusedDigest.class), "tells the digest");
    }

    @Test
    void hearsThatAModuleHasTheWrongTypeThoughItCame() throws BrowserException {
        site.page("/", "<p>Hi<script type=module src=/module.js></script>");
        site.on("/module.js", content(200, "text/plain", "export {}"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(requestFor(visit, "/module.js").isOk()).isTrue();
        assertThat(messages(visit, Source.SECURITY))
                .isNotEmpty()
                .allMatch(message -> message.says(RefusedType.class), "tells the type");
    }

    @Test
    void tellsOfARequestThatThePagesPolicyForbadeByTheMessageAlone() throws BrowserException {
        site.on(
                "/",
                with(
                        Map.of("Content-Security-Policy", "script-src 'none'"),
                        200,
                        "text/html",
                        "<p>Hi<script src=/app.js></script><script>1</script>"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest blocked = requestFor(visit, "/app.js");
        assertThat(blocked.kind()).isEqualTo(Kind.SCRIPT);
        assertThat(blocked.failure()).flatMap(NetworkFailure::rule).contains(BlockingRule.CSP);
        assertThat(messages(visit, Source.SECURITY))
                .anyMatch(message -> message.says(RefusedAddress.class))
                .anyMatch(message -> message.says(RefusedInline.class));
    }

    @Test
    void tellsThatAnAnswerOfAnotherSiteIsKeptFromAScriptThoughItCame() throws BrowserException {
        site.page("/", "<p>Hi<script>fetch('" + site.foreignUrl("/data") + "').catch(() => {})</script>");
        site.on("/data", content(200, "application/json", "{}"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest call = requestFor(visit, "/data");
        assertThat(call.kind()).isEqualTo(Kind.CALL);
        assertThat(call.firstParty()).isFalse();
        assertThat(call.failure()).flatMap(NetworkFailure::rule).contains(BlockingRule.CORS);
    }
}
