package dev.smokerunner.run;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.RestartingBrowser;
import dev.smokerunner.observe.browser.bidi.FirefoxBrowser;
import dev.smokerunner.observe.browser.devtools.ChromiumBrowser;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.observe.browser.webdriver.WebDriverBrowsers;
import dev.smokerunner.observe.grid.GridAddress;
import java.util.Optional;

/** Where a run gets its browser from; the run closes it when it is over. */
@FunctionalInterface
public interface Browsers {
    /** Starts a new one for each run, and again when it dies. */
    Browsers NEW = after(PrelaunchedBrowser.NONE);

    /**
     * Starts a new one for each run, and again when it dies.
     *
     * @param start may have started the first already
     */
    static Browsers after(PrelaunchedBrowser start) {
        return (choice, grid) -> grid.isPresent()
                ? WebDriverBrowsers.poolOnGrid(grid.get(), choice)
                : new RestartingBrowser(() -> launch(choice, start));
    }

    private static Browser launch(BrowserChoice choice, PrelaunchedBrowser start) throws BrowserException {
        if (choice.isByWebDriver()) {
            return WebDriverBrowsers.launch(choice);
        }
        return choice.name() == Name.FIREFOX ? FirefoxBrowser.launch(choice) : ChromiumBrowser.launch(choice, start);
    }

    /**
     * A running browser.
     *
     * @param grid the Selenium Grid that has it; absent means this machine
     * @throws BrowserException if none could be found or started
     */
    Browser open(BrowserChoice choice, Optional<GridAddress> grid) throws BrowserException;
}
