package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.driver.DriverFinder;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a browser by its driver in the directory that it is given, says so, and waits to be killed. */
final class DriverHolder {
    private DriverHolder() {}

    public static void main(String[] arguments) throws BrowserException, InterruptedException {
        BrowserChoice choice = BrowserChoice.DEFAULT;
        Path browser = BrowserFinder.onThisMachine().find(choice);
        Path driver = new DriverFinder(System.getenv()).find(choice, browser);
        WebDriverBrowsers.launch(driver, browser, choice, Path.of(arguments[0]));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
