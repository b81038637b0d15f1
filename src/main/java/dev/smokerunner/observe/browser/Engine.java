package dev.smokerunner.observe.browser;

/** By which way a browser is started and spoken to. What it then tells is the same. */
public enum Engine {
    /** Started by us and spoken to over its own socket: DevTools, or WebDriver BiDi of Firefox. No driver is needed. */
    DEVTOOLS,
    /** Started by a driver (chromedriver, msedgedriver, geckodriver) through Selenium. */
    WEBDRIVER
}
