package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts Firefox in the directory that it is given, says so, and waits to be killed. */
final class FirefoxHolder {
    private FirefoxHolder() {}

    public static void main(String[] arguments) throws BrowserException, InterruptedException {
        FirefoxBrowser.launch(
                BrowserFinder.onThisMachine().find(OneFirefoxForAll.FIREFOX),
                OneFirefoxForAll.FIREFOX,
                Path.of(arguments[0]));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
