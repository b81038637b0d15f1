package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * What runs are going to want.
 *
 * @param output the folder for reports
 * @param places what is to be checked
 * @param browsers by which browsers, each kind once; never empty
 */
public record RunNeeds(Path output, List<Place> places, List<BrowserChoice> browsers) {

    /** Copies the lists. */
    public RunNeeds {
        places = List.copyOf(places);
        browsers = List.copyOf(browsers);
    }

    /** The browser of this kind that is wanted, or else any. */
    BrowserChoice browser(BrowserChoice.Name name) {
        return browsers.stream()
                .filter(browser -> browser.name() == name)
                .findFirst()
                .orElseGet(() -> BrowserChoice.DEFAULT.withName(name));
    }

    boolean wants(BrowserChoice.Name name) {
        return browsers.stream().anyMatch(browser -> browser.name() == name);
    }
}
