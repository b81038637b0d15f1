package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserFinder.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A browser and its driver.
 *
 * @param search finds them as a run does
 * @param choice which browser
 * @param isWanted whether runs need it; another one may be missing
 */
record BrowserExamination(BrowserSearch search, BrowserChoice choice, boolean isWanted) implements Examination {

    @Override
    public String subject() {
        return choice.name().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        try {
            Located located = search.browser(choice);
            found.add(browser(located));
            found.add(driver(located.binary()));
        } catch (BrowserException missing) {
            found.add(
                    isWanted
                            ? Diagnosis.fail(
                                    subject(), "not found: " + String.join("; ", missing.tried()), words(missing))
                            : Diagnosis.skip(
                                    subject(), "not installed; only runs with --browser " + subject() + " need it"));
        }
        return found;
    }

    private Diagnosis browser(Located located) {
        // Only a config names one here.
        String why = choice.binary().isPresent() ? "named by the config" : located.origin();
        String place = located.binary() + " (" + why + ")";
        return search.version(located.binary())
                .map(version -> Diagnosis.ok(subject(), version + " at " + place))
                .orElseGet(() -> Diagnosis.fail(
                        subject(),
                        place + " does not start, or does not say its version within 10 s",
                        "try " + located.binary() + " --version by hand; install it again, or name another one with"
                                + " --browser-binary"));
    }

    private Diagnosis driver(Path browser) {
        String subject = subject() + " driver";
        try {
            Located driver = search.driver(choice, browser);
            String version = search.version(driver.binary()).orElse("of no known version");
            return Diagnosis.ok(subject, version + " at " + driver.binary() + " (" + driver.origin() + ")");
        } catch (BrowserException missing) {
            return choice.isByWebDriver()
                    ? Diagnosis.fail(subject, String.join("; ", missing.tried()), words(missing))
                    : Diagnosis.skip(subject, "not found; only runs with --engine webdriver need it");
        }
    }

    private static String words(BrowserException missing) {
        String message = missing.getMessage();
        return message == null ? "install it" : message;
    }
}
