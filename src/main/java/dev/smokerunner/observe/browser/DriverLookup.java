package dev.smokerunner.observe.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A last resort for a browser that is installed and has no driver of its version. */
interface DriverLookup {

    /**
     * Finds a driver.
     *
     * @param major the browser's version, the first number alone
     * @param kind which kind of browser
     * @param tried is told, in a line, why there is none
     * @return the driver; absent where there is none, which is no exception
     */
    Optional<Path> find(String major, BrowserChoice.Name kind, Consumer<String> tried);
}
