package dev.smokerunner.observe.browser.webdriver;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserPool;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.bidi.FirefoxBrowser;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.standin.SeleniumGrid;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A Firefox of a real Grid tells the same as one of this machine. Node, session and browser are real; what stands in for geckodriver
 * is {@link dev.smokerunner.standin.FirefoxDriverProgram}.
 */
class GridFirefoxIT {
    private static final BrowserChoice FIREFOX = BrowserChoice.DEFAULT.withName(BrowserChoice.Name.FIREFOX);

    private static SeleniumGrid machines;
    private FixtureSite site;

    @BeforeAll
    static void startGrid() throws IOException {
        machines = SeleniumGrid.startWithFirefox();
    }

    @AfterAll
    static void endGrid() {
        machines.close();
    }

    @BeforeEach
    void open() throws IOException {
        site = new FixtureSite();
        site.page(
                "/",
                "<p>Hi<script src=/gone.js></script><script>console.warn('%s!', 'careful'); throw new Error('no')"
                        + "</script><iframe src=/frame></iframe>");
        site.page("/frame", "<p>In a frame<img src=/moved.png>");
        site.on("/moved.png", FixtureSite.redirect("/lost.png"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void seesWhatAFirefoxOfThisMachineSees() throws BrowserException {
        BrowserVisit here;
        BrowserVisit there;
        try (Browser own = FirefoxBrowser.launch(FIREFOX)) {
            here = own.visit(request(site.url("/"), "p"));
        }
        try (BrowserPool grid = grid(FIREFOX)) {
            there = grid.visit(request(site.url("/"), "p"));
        }

        assertThat(there.ending()).isEqualTo(here.ending());
        assertThat(there.messages()).isEqualTo(here.messages()).isNotEmpty();
        assertThat(told(there)).containsExactlyInAnyOrderElementsOf(told(here)).hasSize(4);
        assertThat(there.elements()).isEqualTo(here.elements()).isNotEmpty();
        assertThat(there.rendered()).isEqualTo(here.rendered());
    }

    @Test
    void givesEachNameItsOwnBrowser() throws BrowserException {
        site.page("/name", "<p id=agent></p><script>agent.textContent = navigator.userAgent</script>");

        for (BrowserChoice choice : List.of(BrowserChoice.DEFAULT, FIREFOX)) {
            try (BrowserPool grid = grid(choice)) {
                BrowserVisit visit = grid.visit(request(site.url("/name"), "p"));

                assertThat(visit.rendered().value().orElseThrow().visibleText())
                        .contains(choice.equals(FIREFOX) ? "Firefox/" : "Chrome/");
            }
        }
    }

    private static BrowserPool grid(BrowserChoice choice) throws BrowserException {
        return WebDriverBrowsers.poolOnGrid(GridAddress.parse(machines.url().toString()), choice);
    }

    private static List<String> told(BrowserVisit visit) {
        return visit.requests().stream()
                .map(request -> request.url() + " " + request.kind() + " " + request.status() + " "
                        + request.redirects() + " " + request.failure() + " " + request.inFrame())
                .toList();
    }
}
