package dev.smokerunner.observe.browser;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.visitor.Preparation;
import dev.smokerunner.secret.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which browser looks, and how it introduces itself.
 *
 * @param name which kind
 * @param binary the browser's executable; absent means the first that is found
 * @param driver the executable of a driver; where one is named, the browser is started by it
 * @param screen what it shows the page on
 * @param headers header fields that are added to requests to the page's own origin
 * @param basicAuth {@code user:password} for the page's own origin
 * @param engine how it is started and spoken to
 * @param preparation what makes the visitor somebody who is logged in
 */
public record BrowserChoice(
        Name name,
        Optional<Path> binary,
        Optional<Path> driver,
        Screen screen,
        Map<String, String> headers,
        Optional<Secret> basicAuth,
        Engine engine,
        Preparation preparation) {

    /** Any Chrome or Chromium that is found. */
    public static final BrowserChoice DEFAULT = new BrowserChoice(
            Name.CHROME,
            Optional.empty(),
            Optional.empty(),
            Screen.DEFAULT,
            Map.of(),
            Optional.empty(),
            Engine.DEVTOOLS);

    /** Copies the headers. */
    public BrowserChoice {
        requireNonNull(name);
        requireNonNull(binary);
        requireNonNull(driver);
        requireNonNull(screen);
        requireNonNull(basicAuth);
        requireNonNull(engine);
        requireNonNull(preparation);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A choice that comes as somebody whom no page knows. */
    public BrowserChoice(
            Name name,
            Optional<Path> binary,
            Optional<Path> driver,
            Screen screen,
            Map<String, String> headers,
            Optional<Secret> basicAuth,
            Engine engine) {
        this(name, binary, driver, screen, headers, basicAuth, engine, Preparation.NONE);
    }

    /** The same with another executable. */
    public BrowserChoice withBinary(Path executable) {
        return new BrowserChoice(
                name, Optional.of(executable), driver, screen, headers, basicAuth, engine, preparation);
    }

    /** The same with another driver. */
    public BrowserChoice withDriver(Optional<Path> executable) {
        return new BrowserChoice(name, binary, executable, screen, headers, basicAuth, engine, preparation);
    }

    /** The same of another kind. */
    public BrowserChoice withName(Name other) {
        return new BrowserChoice(other, binary, driver, screen, headers, basicAuth, engine, preparation);
    }

    /** The same with another screen. */
    public BrowserChoice withScreen(Screen other) {
        return new BrowserChoice(name, binary, driver, other, headers, basicAuth, engine, preparation);
    }

    /** The same, started and spoken to in another way. */
    public BrowserChoice withEngine(Engine other) {
        return new BrowserChoice(name, binary, driver, screen, headers, basicAuth, other, preparation);
    }

    /** The same with another preparation. */
    public BrowserChoice withPreparation(Preparation other) {
        return new BrowserChoice(name, binary, driver, screen, headers, basicAuth, engine, other);
    }

    /** Whether a driver starts it: because that was asked for, or because a driver was named. */
    public boolean isByWebDriver() {
        return engine == Engine.WEBDRIVER || driver.isPresent();
    }

    /** The kinds of browser that can be asked for. */
    public enum Name {
        /** Chrome, Chromium or chromium-headless-shell. */
        CHROME("Chrome"),
        /** Microsoft Edge. */
        EDGE("Edge"),
        /** Firefox. */
        FIREFOX("Firefox"),
        /** No browser: HTTP checks alone. */
        NONE("none");

        private final String title;

        Name(String title) {
            this.title = title;
        }

        /** As people call it. */
        public String title() {
            return title;
        }
    }
}
