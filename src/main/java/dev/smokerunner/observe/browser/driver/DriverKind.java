package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.BrowserChoice.Name;

/** The driver of each family of browsers. */
enum DriverKind {
    CHROMEDRIVER("chromedriver", "chrome", "CHROMEWEBDRIVER"),
    MSEDGEDRIVER("msedgedriver", "edge", "EDGEWEBDRIVER"),
    /** Fits several versions of Firefox, with version numbers of its own. */
    GECKODRIVER("geckodriver", "firefox", "GECKOWEBDRIVER");

    private final String program;
    private final String browser;
    private final String folderVariable;

    DriverKind(String program, String browser, String folderVariable) {
        this.program = program;
        this.browser = browser;
        this.folderVariable = folderVariable;
    }

    static DriverKind of(Name browser) {
        return switch (browser) {
            case EDGE -> MSEDGEDRIVER;
            case FIREFOX -> GECKODRIVER;
            case CHROME, NONE -> CHROMEDRIVER;
        };
    }

    /** The name of its executable, without an ending. */
    String program() {
        return program;
    }

    /** The browser, as Selenium Manager names it. */
    String browser() {
        return browser;
    }

    /** The variable by which the images of GitHub's and Azure's runners name the folder it is in. */
    String folderVariable() {
        return folderVariable;
    }

    /** Whether a driver of this version can drive a browser of that one: those of Chromium go with their own major only. */
    boolean fits(ProgramVersion driver, ProgramVersion browser) {
        return this == GECKODRIVER || driver.major().equals(browser.major());
    }
}
