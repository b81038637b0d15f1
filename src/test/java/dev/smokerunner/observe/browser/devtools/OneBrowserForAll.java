package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Visits by one browser for all tests of a class, each to a site of its own. */
@Tag("browser")
class OneBrowserForAll {
    static Browser browser;

    FixtureSite site;

    @BeforeAll
    static void start() throws BrowserException {
        browser = ChromiumBrowser.launch(BrowserChoice.DEFAULT, PrelaunchedBrowser.NONE);
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    public Browser browser() {
        return browser;
    }

    public FixtureSite site() {
        return site;
    }

    public Browser launch(BrowserChoice choice) throws BrowserException {
        return ChromiumBrowser.launch(choice, PrelaunchedBrowser.NONE);
    }

    @BeforeEach
    void open() throws IOException {
        site = new FixtureSite();
    }

    @AfterEach
    void close() {
        site.close();
    }
}
