package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Screen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the browsers that look at the pages of a run.
 *
 * @param name what reports call it, e.g. {@code Firefox} or {@code Chrome 390x844@3}; absent where it is the only one
 * @param choice which browser it is
 */
record Viewer(Optional<String> name, BrowserChoice choice) {

    /** Rejects null. */
    Viewer {
        requireNonNull(name);
        requireNonNull(choice);
    }

    /** These browsers, told apart: two that have one name differ in what is too long to be said, and are numbered. */
    static List<Viewer> all(List<BrowserChoice> browsers) {
        if (browsers.size() == 1) {
            return List.of(new Viewer(Optional.empty(), browsers.get(0)));
        }
        Set<String> taken = new HashSet<>();
        List<Viewer> viewers = new ArrayList<>();
        for (BrowserChoice browser : browsers) {
            String name = name(browser);
            for (int i = 2; !taken.add(name); i++) {
                name = name(browser) + " (" + i + ")";
            }
            viewers.add(new Viewer(Optional.of(name), browser));
        }
        return viewers;
    }

    /** Its name where it is one of several, and what that would be where it is not. */
    String title() {
        return name.orElseGet(() -> name(choice));
    }

    private static String name(BrowserChoice browser) {
        boolean isUsual = browser.screen().size().equals(Screen.DEFAULT.size());
        return browser.name().title() + (isUsual ? "" : " " + browser.screen().size());
    }
}
