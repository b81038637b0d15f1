package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a browser in the directory that it is given, says so, and waits to be killed. */
final class BrowserHolder {
    private BrowserHolder() {}

    public static void main(String[] arguments) throws BrowserException, InterruptedException {
        BrowserChoice choice = BrowserChoice.DEFAULT;
        ChromiumBrowser.launch(BrowserFinder.onThisMachine().find(choice), choice, Path.of(arguments[0]));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
