package dev.smokerunner.run;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserPool;
import dev.smokerunner.observe.browser.BrowserTrouble;
import dev.smokerunner.observe.browser.ChromiumBrowser;
import dev.smokerunner.observe.browser.HeadStart;
import dev.smokerunner.observe.browser.RestartingBrowser;
import dev.smokerunner.observe.grid.GridAddress;
import java.util.Optional;

/** Where a run gets its browser from; the run closes it when it is over. */
@FunctionalInterface
public interface Browsers {
    /** Starts a new one for each run, and again when it dies. */
    Browsers NEW = after(HeadStart.NONE);

    /**
     * Starts a new one for each run, and again when it dies.
     *
     * @param start may have started the first already
     */
    static Browsers after(HeadStart start) {
        return (choice, grid) -> grid.isPresent()
                ? BrowserPool.onGrid(grid.get(), choice)
                : new RestartingBrowser(() -> ChromiumBrowser.launch(choice, start));
    }

    /**
     * A running browser.
     *
     * @param grid the Selenium Grid that has it; absent means this machine
     * @throws BrowserTrouble if none could be found or started
     */
    Browser open(BrowserChoice choice, Optional<GridAddress> grid) throws BrowserTrouble;
}
