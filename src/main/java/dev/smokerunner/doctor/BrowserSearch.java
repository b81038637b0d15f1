package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.driver.DriverFinder;
import dev.smokerunner.observe.browser.driver.ProgramVersion;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.observe.browser.local.BrowserFinder.Located;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a run finds its browsers and drivers. */
public interface BrowserSearch {

    /**
     * A browser, and why it is this one.
     *
     * @throws BrowserException if there is none
     */
    Located browser(BrowserChoice choice) throws BrowserException;

    /**
     * The driver of a browser, and why it is this one.
     *
     * @throws BrowserException if there is none
     */
    Located driver(BrowserChoice choice, Path browser) throws BrowserException;

    /** The version that a program says it has. */
    Optional<String> version(Path program);

    /**
     * The search of a run, but that nothing is fetched.
     *
     * @param environment the environment variables
     */
    static BrowserSearch onThisMachine(Map<String, String> environment) {
        Map<String, String> offline = new HashMap<>(environment);
        offline.put("SE_OFFLINE", "true");
        return new BrowserSearch() {
            @Override
            public Located browser(BrowserChoice choice) throws BrowserException {
                return BrowserFinder.onThisMachine().locate(choice);
            }

            @Override
            public Located driver(BrowserChoice choice, Path browser) throws BrowserException {
                Path driver = new DriverFinder(offline).find(choice, browser);
                boolean isByVariable =
                        !environment.getOrDefault("SMOKE_DRIVER", "").isBlank();
                String origin = isByVariable ? "SMOKE_DRIVER" : "the first that fits the browser";
                return new Located(driver, choice.driver().isPresent() ? "named by the config" : origin);
            }

            @Override
            public Optional<String> version(Path program) {
                return ProgramVersion.ask(program).map(ProgramVersion::text);
            }
        };
    }
}
