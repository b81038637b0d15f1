package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserFinder.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A machine without any browser. */
final class NoBrowsers implements BrowserSearch {

    @Override
    public Located browser(BrowserChoice choice) throws BrowserException {
        throw new BrowserException("no browser was found; install one", List.of("PATH: no browser"));
    }

    @Override
    public Located driver(BrowserChoice choice, Path browser) throws BrowserException {
        throw new BrowserException("no driver was found", List.of());
    }

    @Override
    public Optional<String> version(Path program) {
        return Optional.empty();
    }
}
