package dev.smokerunner.observe.browser.webdriver;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserPool;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.Processes;
import dev.smokerunner.observe.browser.bidi.FirefoxBrowser;
import dev.smokerunner.observe.browser.devtools.ChromiumBrowser;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.standin.SeleniumGrid;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Browsers of a real Grid tell the same as those of this machine, and a node that goes down costs a visit only time. Nodes, sessions
 * and browsers are real; what stands in for geckodriver is {@link dev.smokerunner.standin.FirefoxDriverProgram}.
 */
class GridVisitIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final BrowserChoice FIREFOX = BrowserChoice.DEFAULT.withName(BrowserChoice.Name.FIREFOX);

    private static SeleniumGrid machines;
    private FixtureSite site;

    @BeforeAll
    static void startGrid() throws IOException {
        machines = SeleniumGrid.startWithFirefox(2);
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

    private static BrowserPool grid(BrowserChoice choice) throws BrowserException {
        return WebDriverBrowsers.poolOnGrid(GridAddress.parse(machines.url().toString()), choice);
    }

    @Test
    void seesWhatABrowserOfThisMachineSees() throws BrowserException {
        try (Browser own = ChromiumBrowser.launch(BrowserChoice.DEFAULT, PrelaunchedBrowser.NONE);
                BrowserPool grid = grid(BrowserChoice.DEFAULT)) {
            assertThat(seenAlike(own, grid).messages())
                    .extracting(message -> message.quote().text())
                    .contains("careful!", "Error: no");
        }
    }

    @Test
    void seesWhatAFirefoxOfThisMachineSees() throws BrowserException {
        try (Browser own = FirefoxBrowser.launch(FIREFOX);
                BrowserPool grid = grid(FIREFOX)) {
            seenAlike(own, grid);
        }
    }

    private BrowserVisit seenAlike(Browser own, BrowserPool grid) throws BrowserException {
        BrowserVisit here = own.visit(request(site.url("/"), "p"));
        BrowserVisit there = grid.visit(request(site.url("/"), "p"));

        assertThat(there.ending()).isEqualTo(here.ending());
        assertThat(there.messages()).isEqualTo(here.messages()).isNotEmpty();
        assertThat(told(there)).containsExactlyInAnyOrderElementsOf(told(here)).hasSize(4);
        assertThat(there.elements()).isEqualTo(here.elements()).isNotEmpty();
        assertThat(there.rendered()).isEqualTo(here.rendered());
        return there;
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

    private static List<String> told(BrowserVisit visit) {
        return visit.requests().stream().map(GridVisitIT::told).toList();
    }

    private static String told(BrowserRequest request) {
        return request.url() + " " + request.kind() + " " + request.status() + " "
                + request.headers().mediaType() + " " + request.redirects() + " " + request.failure() + " "
                + request.inFrame();
    }

    @Test
    void visitsTwoPagesAtATimeAndMakesTheVisitAgainThatANodeTookDownWithIt() throws Exception {
        CountDownLatch nodeIsDown = new CountDownLatch(1);
        site.on("/slow.js", exchange -> {
            nodeIsDown.await();
            FixtureSite.script("'whole'").to(exchange);
        });
        site.page("/a", "<p>A<script src=/slow.js></script>");
        site.page("/b", "<p>B<script src=/slow.js></script>");
        try (BrowserPool grid = grid(BrowserChoice.DEFAULT)) {
            CompletableFuture<BrowserVisit> first = visit(grid, "/a");
            CompletableFuture<BrowserVisit> second = visit(grid, "/b");
            assertThat(Processes.soon(SOON, () -> site.asked("/slow.js").size() == 2))
                    .isTrue();

            machines.killNode(machines.nodeInUse());
            nodeIsDown.countDown();

            List<BrowserVisit> both = List.of(first.get(120, TimeUnit.SECONDS), second.get(120, TimeUnit.SECONDS));
            assertThat(both).extracting(BrowserVisit::ending).containsOnly(BrowserVisit.Ending.LOADED);
            assertThat(both)
                    .flatMap(BrowserVisit::notes)
                    .singleElement()
                    .asString()
                    .startsWith("the visit was made again, because the browser ended during the visit");
        }
    }

    private CompletableFuture<BrowserVisit> visit(BrowserPool grid, String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return grid.visit(request(site.url(path), Duration.ofSeconds(60)));
            } catch (BrowserException trouble) {
                throw new IllegalStateException(trouble);
            }
        });
    }
}
