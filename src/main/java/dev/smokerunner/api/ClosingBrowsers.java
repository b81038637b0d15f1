package dev.smokerunner.api;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.run.Browsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Browsers whose end is waited for. A run leaves their end to the end of the process; a process that goes on testing must not
 * gather them.
 */
final class ClosingBrowsers implements Browsers, AutoCloseable {
    private final Browsers browsers;
    private final List<Browser> opened = new ArrayList<>();
    private boolean isClosed;

    ClosingBrowsers(Browsers browsers) {
        this.browsers = browsers;
    }

    @Override
    public Browser open(BrowserChoice choice, Optional<GridAddress> grid) throws BrowserException {
        Browser browser = browsers.open(choice, grid);
        if (!keep(browser)) {
            browser.close();
            throw new BrowserException("the run was over before the browser had started", List.of());
        }
        return browser;
    }

    private synchronized boolean keep(Browser browser) {
        return !isClosed && opened.add(browser);
    }

    private synchronized List<Browser> all() {
        isClosed = true;
        return List.copyOf(opened);
    }

    /** Who closes a browser second waits for the first. */
    @Override
    public void close() {
        all().forEach(Browser::close);
    }
}
