package dev.smokerunner.zoo;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.run.Browsers;
import java.util.Optional;

/** One browser for many runs: they open and close it, and it stays. */
record SharedBrowser(Browser browser, Road road) implements Browsers, AutoCloseable {
    /** A picture of a small window takes a fraction of the time, and no case is about its size. */
    private static final BrowserChoice SMALL = BrowserChoice.DEFAULT.withScreen(Screen.window(480, 320));

    static SharedBrowser start(Road road) throws BrowserException {
        return new SharedBrowser(Browsers.NEW.open(road.choice(SMALL), Optional.empty()), road);
    }

    @Override
    public Browser open(BrowserChoice choice, Optional<GridAddress> grid) throws BrowserException {
        return choice.equals(BrowserChoice.DEFAULT) ? new Lent(browser) : Browsers.NEW.open(road.choice(choice), grid);
    }

    @Override
    public void close() {
        browser.close();
    }

    private record Lent(Browser owned) implements Browser {
        @Override
        public String description() {
            return owned.description();
        }

        @Override
        public BrowserVisit visit(VisitRequest request) throws BrowserException {
            return owned.visit(request);
        }

        @Override
        public void close() {
            // It is needed again.
        }
    }
}
