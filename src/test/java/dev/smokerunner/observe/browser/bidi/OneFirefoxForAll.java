package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Visits by one Firefox for all tests of a class, each to a site of its own. */
@Tag("browser")
class OneFirefoxForAll {
    static final BrowserChoice FIREFOX = BrowserChoice.DEFAULT.withName(Name.FIREFOX);

    static Browser browser;

    FixtureSite site;

    @BeforeAll
    static void start() throws BrowserException {
        browser = FirefoxBrowser.launch(FIREFOX);
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
        return FirefoxBrowser.launch(choice.withName(Name.FIREFOX));
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
