package dev.smokerunner.config;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What must hold for the browsers of one run. */
final class BrowserRules {
    /** Each is a family of processes with some hundreds of megabytes, and all of them run at once. */
    private static final int MOST = 8;

    private BrowserRules() {}

    /** What is wrong with these browsers, if anything is. */
    static Optional<String> broken(List<BrowserChoice> browsers) {
        Optional<String> discord = browsers.size() > 1 ? discord(browsers) : Optional.empty();
        return discord.isPresent() ? discord : touchedFirefox(browsers);
    }

    /** Only asked of several: to compare all settings of one browser with themselves costs its start some milliseconds. */
    private static Optional<String> discord(List<BrowserChoice> browsers) {
        if (browsers.stream().anyMatch(one -> one.name() == Name.NONE)) {
            return Optional.of(
                    "expected none alone, got it beside another browser, which does the HTTP checks as well");
        }
        if (new HashSet<>(browsers).size() < browsers.size()) {
            return Optional.of("expected each browser with the same settings once, got one of them twice");
        }
        if (browsers.size() > MOST) {
            return Optional.of(
                    "expected at most " + MOST + " browsers, windows and devices in all, got " + browsers.size());
        }
        if (browsers.stream().anyMatch(one -> !isIntroducedAs(browsers.get(0), one))) {
            return Optional.of(
                    "expected the same headers, basic-auth, cookies and storage for each browser, got others for one of them;"
                            + " what is asked for over plain HTTP is asked for once for all of them");
        }
        return Optional.empty();
    }

    private static Optional<String> touchedFirefox(List<BrowserChoice> browsers) {
        return browsers.stream().anyMatch(BrowserRules::isTouchedFirefox)
                ? Optional.of("expected chrome or edge for a device or touch, got firefox, of which no page can be made"
                        + " to believe that it is touched; with touch: false it takes a device's size and pixel ratio")
                : Optional.empty();
    }

    private static boolean isIntroducedAs(BrowserChoice one, BrowserChoice other) {
        return one.headers().equals(other.headers())
                && one.basicAuth().equals(other.basicAuth())
                && one.preparation().equals(other.preparation());
    }

    private static boolean isTouchedFirefox(BrowserChoice browser) {
        return browser.name() == Name.FIREFOX && browser.screen().touch();
    }
}
