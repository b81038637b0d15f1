package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What whoever starts the run says about the browser; each part wins over the config.
 *
 * @param name which kind; absent means the config's
 * @param binary the browser's executable; absent means the config's
 * @param driver the driver's executable; absent means the config's
 */
public record BrowserOverride(Optional<BrowserChoice.Name> name, Optional<Path> binary, Optional<Path> driver) {
    /** Leaves everything to the config. */
    public static final BrowserOverride NONE =
            new BrowserOverride(Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects null. */
    public BrowserOverride {
        requireNonNull(name);
        requireNonNull(binary);
        requireNonNull(driver);
    }

    /** The choice with these parts replaced. */
    public BrowserChoice over(BrowserChoice choice) {
        return new BrowserChoice(
                name.orElse(choice.name()),
                binary.or(choice::binary),
                driver.or(choice::driver),
                choice.width(),
                choice.height(),
                choice.headers(),
                choice.basicAuth(),
                choice.preparation());
    }
}
