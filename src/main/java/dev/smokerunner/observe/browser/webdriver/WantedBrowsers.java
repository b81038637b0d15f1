package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.local.ChromiumLaunch;
import dev.smokerunner.observe.browser.local.FirefoxLaunch;
import dev.smokerunner.observe.browser.local.LaunchDirectory;
import dev.smokerunner.observe.session.WantedBrowser;
import dev.smokerunner.observe.session.WantedBrowser.Kind;
import java.nio.file.Path;

/** What is asked of a driver or of a Grid: a browser that is started as we start it ourselves. */
final class WantedBrowsers {
    private WantedBrowsers() {}

    static Kind kind(BrowserChoice choice) {
        return switch (choice.name()) {
            case EDGE -> Kind.EDGE;
            case FIREFOX -> Kind.FIREFOX;
            case CHROME, NONE -> Kind.CHROME;
        };
    }

    /** On a machine of which nothing is known. */
    static WantedBrowser elsewhere(BrowserChoice choice) {
        Kind kind = kind(choice);
        return kind == Kind.FIREFOX
                ? WantedBrowser.firefox(FirefoxLaunch.EVERYWHERE)
                : WantedBrowser.chromium(kind, ChromiumLaunch.EVERYWHERE);
    }

    /** This one, in this directory. */
    static WantedBrowser here(BrowserChoice choice, Path binary, LaunchDirectory directory) {
        Kind kind = kind(choice);
        WantedBrowser wanted = kind == Kind.FIREFOX
                ? WantedBrowser.firefox(FirefoxLaunch.settings(directory))
                : WantedBrowser.chromium(kind, ChromiumLaunch.underDriver(directory));
        return wanted.withBinary(binary);
    }
}
