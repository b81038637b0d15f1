package dev.smokerunner.observe.browser.webdriver;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.PageVisits;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.standin.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that a driver started tells the same as one that we start, of healthy pages and of broken ones. */
@Tag("browser")
class DriverVisitBrowserIT implements PageVisits {
    private static Browser driver;

    private FixtureSite site;

    @BeforeAll
    static void start() throws BrowserException {
        Tool.CHROMEDRIVER.require();
        driver = opened(BrowserChoice.DEFAULT.withEngine(Engine.WEBDRIVER));
    }

    private static Browser opened(BrowserChoice choice) throws BrowserException {
        return Browsers.NEW.open(choice, Optional.empty());
    }

    @AfterAll
    static void end() {
        driver.close();
    }

    @Override
    public Browser browser() {
        return driver;
    }

    @Override
    public FixtureSite site() {
        return site;
    }

    @Override
    public Browser launch(BrowserChoice choice) throws BrowserException {
        return opened(choice.withEngine(Engine.WEBDRIVER));
    }

    @BeforeEach
    void open() throws IOException {
        site = new FixtureSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void seesTheSameOfAHealthyPage() throws BrowserException {
        site.page("/", "<title>Hi</title><p>Hi<script src=/own.js></script>");
        site.on("/own.js", FixtureSite.script("document.body.append('all is there')"));

        assertSame(2);
    }

    /** A worker's request is the one that a driver itself does not hand on. */
    @Test
    void seesTheSameOfABrokenPage() throws BrowserException {
        site.page(
                "/",
                "<p>Hi<script src=/gone.js></script><iframe src=/frame></iframe>"
                        + "<script>console.warn('careful'); new Worker('/worker.js'); throw new Error('no')</script>");
        site.page("/frame", "<p>In a frame<img src=/moved.png>");
        site.on("/moved.png", FixtureSite.redirect("/lost.png"));
        site.on("/worker.js", FixtureSite.script("fetch('/from-worker')"));

        BrowserVisit visit = assertSame(6);

        assertThat(visit.messages())
                .extracting(message -> message.quote().text())
                .contains("careful", "Error: no");
        assertThat(told(visit)).anyMatch(request -> request.contains("/from-worker"));
    }

    private BrowserVisit assertSame(int requests) throws BrowserException {
        BrowserVisit driven = driver.visit(request(site.url("/"), "p"));
        BrowserVisit direct;
        try (Browser browser = opened(BrowserChoice.DEFAULT)) {
            direct = browser.visit(request(site.url("/"), "p"));
        }

        assertThat(driven.ending()).isEqualTo(direct.ending());
        assertThat(driven.messages()).isEqualTo(direct.messages());
        assertThat(told(driven))
                .containsExactlyInAnyOrderElementsOf(told(direct))
                .hasSize(requests);
        assertThat(driven.elements()).isEqualTo(direct.elements()).isNotEmpty();
        assertThat(driven.rendered()).isEqualTo(direct.rendered());
        return driven;
    }

    private static List<String> told(BrowserVisit visit) {
        return visit.requests().stream().map(DriverVisitBrowserIT::told).toList();
    }

    private static String told(BrowserRequest request) {
        return request.url() + " " + request.kind() + " " + request.status() + " "
                + request.headers().mediaType() + " " + request.redirects() + " " + request.failure() + " "
                + request.inFrame();
    }
}
