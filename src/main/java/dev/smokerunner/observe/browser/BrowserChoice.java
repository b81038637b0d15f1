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
 * @param driver the executable of a driver, which no browser of the Chromium family needs
 * @param width the window's width in CSS pixels; default 1280
 * @param height the window's height in CSS pixels; default 800
 * @param headers header fields that are added to requests to the page's own origin
 * @param basicAuth {@code user:password} for the page's own origin
 * @param preparation what makes the visitor somebody who is logged in
 */
public record BrowserChoice(
        Name name,
        Optional<Path> binary,
        Optional<Path> driver,
        int width,
        int height,
        Map<String, String> headers,
        Optional<Secret> basicAuth,
        Preparation preparation) {

    /** Any Chrome or Chromium that is found. */
    public static final BrowserChoice DEFAULT =
            new BrowserChoice(Name.CHROME, Optional.empty(), Optional.empty(), 1280, 800, Map.of(), Optional.empty());

    /** Copies the headers. */
    public BrowserChoice {
        requireNonNull(name);
        requireNonNull(binary);
        requireNonNull(driver);
        requireNonNull(basicAuth);
        requireNonNull(preparation);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A choice that comes as somebody whom no page knows. */
    public BrowserChoice(
            Name name,
            Optional<Path> binary,
            Optional<Path> driver,
            int width,
            int height,
            Map<String, String> headers,
            Optional<Secret> basicAuth) {
        this(name, binary, driver, width, height, headers, basicAuth, Preparation.NONE);
    }

    /** The same with another executable. */
    public BrowserChoice withBinary(Path executable) {
        return new BrowserChoice(name, Optional.of(executable), driver, width, height, headers, basicAuth, preparation);
    }

    /** The same with another preparation. */
    public BrowserChoice withPreparation(Preparation other) {
        return new BrowserChoice(name, binary, driver, width, height, headers, basicAuth, other);
    }

    /** The kinds of browser that can be asked for. */
    public enum Name {
        /** Chrome, Chromium or chromium-headless-shell. */
        CHROME,
        /** Microsoft Edge. */
        EDGE,
        /** Firefox. */
        FIREFOX,
        /** No browser: HTTP checks alone. */
        NONE
    }
}
