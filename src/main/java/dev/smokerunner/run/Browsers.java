package dev.smokerunner.run;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserTrouble;
import dev.smokerunner.observe.browser.ChromiumBrowser;
import dev.smokerunner.observe.browser.HeadStart;
import dev.smokerunner.observe.browser.RestartingBrowser;

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
        return choice -> new RestartingBrowser(() -> ChromiumBrowser.launch(choice, start));
    }

    /**
     * A running browser.
     *
     * @throws BrowserTrouble if none could be found or started
     */
    Browser open(BrowserChoice choice) throws BrowserTrouble;
}
