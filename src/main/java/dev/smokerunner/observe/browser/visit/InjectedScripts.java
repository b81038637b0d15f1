package dev.smokerunner.observe.browser.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts of our own that run in pages. */
public final class InjectedScripts {
    private InjectedScripts() {}

    static String read(String name) {
        return read(InjectedScripts.class, name);
    }

    /** A script that stands beside a class. */
    public static String read(Class<?> beside, String name) {
        try (InputStream script = beside.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
