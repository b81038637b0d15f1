package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.FixtureSite.truncated;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.messages;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.PageVisits;
import org.junit.jupiter.api.Test;

/** What a visit by Chromium tells, as all do and more. */
class ChromiumVisitBrowserIT extends OneBrowserForAll implements PageVisits {
    @Test
    void tellsWhoAskedForAMissingScriptAndWhatTheConsoleSaysOfIt() throws BrowserException {
        site.page("/", "<p>Hi<script src=/missing.js></script>");

        BrowserVisit visit = browser.visit(request(site.url("/")));

        BrowserRequest missing = requestFor(visit, "/missing.js");
        assertThat(missing.initiator()).hasValueSatisfying(by -> assertThat(by)
                .startsWith(site.url("/").toString()));
        assertThat(messages(visit, Source.NETWORK)).singleElement().satisfies(message -> assertThat(message.url())
                .contains(site.url("/missing.js").toString()));
    }

    @Test
    void tellsAnAssetThatEndsEarly() throws BrowserException {
        site.page("/", "<p>Hi<script src=/short.js></script>");
        site.on("/short.js", truncated("text/javascript", "var a = 1;"));

        BrowserVisit visit = browser.visit(request(site.url("/")));

        assertThat(requestFor(visit, "/short.js").failure().map(NetworkFailure::kind))
                .contains(NetworkFailure.Kind.TRUNCATED);
    }
}
