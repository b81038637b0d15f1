package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One directive of a Content-Security-Policy, as the page or its server wrote it.
 *
 * @param text its name and what it allows, e.g. {@code script-src 'self'}; the name alone where the browser says no more
 */
public record PolicyDirective(String text) {

    /** Rejects null. */
    public PolicyDirective {
        requireNonNull(text);
    }

    /** Its name, e.g. {@code script-src}. */
    public String name() {
        return text.split("\\s+", 2)[0];
    }

    /** Whether it is one of the directives whose names begin so: {@code script-src} has {@code script-src-elem} beside it. */
    public boolean isOf(String name) {
        return name().startsWith(name);
    }

    /** Whether it allows what carries a nonce. */
    public boolean hasNonce() {
        return lower().contains("'nonce-");
    }

    /** Whether it allows what has a certain digest. */
    public boolean hasHash() {
        return lower().contains("'sha256-") || lower().contains("'sha384-") || lower().contains("'sha512-");
    }

    /** Whether hosts count for nothing in it. */
    public boolean isStrictDynamic() {
        return lower().contains("'strict-dynamic'");
    }

    private String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
