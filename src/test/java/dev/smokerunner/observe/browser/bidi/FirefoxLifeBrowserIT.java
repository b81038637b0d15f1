package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserLife;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.nio.file.Path;

/** The life of Firefox, which we start ourselves. */
class FirefoxLifeBrowserIT extends BrowserLife {
    @Override
    protected Browser start(Path parent) throws BrowserException {
        Path binary = BrowserFinder.onThisMachine().find(OneFirefoxForAll.FIREFOX);
        return FirefoxBrowser.launch(binary, OneFirefoxForAll.FIREFOX, parent);
    }
}
