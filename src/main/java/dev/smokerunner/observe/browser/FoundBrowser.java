package dev.smokerunner.observe.browser;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A browser and a driver for it.
 *
 * @param kind which kind
 * @param binary the browser's executable
 * @param driver the driver's executable
 * @param title the browser's own name and version, e.g. {@code Chromium 156.0.8078.79}, or its file's name where nobody asked
 */
public record FoundBrowser(BrowserChoice.Name kind, Path binary, Path driver, String title) {

    /** Rejects null. */
    public FoundBrowser {
        requireNonNull(kind);
        requireNonNull(binary);
        requireNonNull(driver);
        requireNonNull(title);
    }

    boolean isSameAs(FoundBrowser other) {
        return binary.equals(other.binary) && driver.equals(other.driver);
    }

    /** What it is and where, for people. */
    public String description() {
        return title + " (" + binary + ", driver " + driver + ")";
    }
}
