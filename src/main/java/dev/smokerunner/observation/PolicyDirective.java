package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One directive of a Content-Security-Policy, as the page or its server wrote it.
 *
 * @param text its name and what it allows, e.g. {@code script-src 'self'}; the name alone where the browser says no more
 * @param standsInFor the more exact directive that the policy does not have, so that this one counts; absent where it is
 *     exact itself, or the browser does not say
 */
public record PolicyDirective(String text, Optional<String> standsInFor) {
    /** Content Security Policy Level 3, section 2.3.1: keyword-source, nonce-source and hash-source. */
    private static final Pattern KEYWORD = Pattern.compile(
            "none|self|unsafe-(?:inline|eval|hashes)|wasm-unsafe-eval|strict-dynamic|(?:nonce|sha256|sha384|sha512)-\\S+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Rejects null. */
    public PolicyDirective {
        requireNonNull(text);
        requireNonNull(standsInFor);
    }

    /** A directive that stands in for none. */
    public PolicyDirective(String text) {
        this(text, Optional.empty());
    }

    /** Its name, e.g. {@code script-src}. */
    public String name() {
        return text.split("\\s+", 2)[0];
    }

    /** Whether it is one of the directives whose names begin so: {@code script-src} has {@code script-src-elem} beside it. */
    public boolean isOf(String name) {
        return name().startsWith(name);
    }

    /** What it allows, with a blank before it; empty where it allows nothing. */
    public String sources() {
        String rest = text.strip().substring(name().length());
        return rest.strip().equalsIgnoreCase("'none'") ? "" : rest;
    }

    /** The name of the directive that what it forbids belongs to, which the policy need not have. */
    public String exactName() {
        return standsInFor.orElseGet(this::name);
    }

    /** Whether what it forbids belongs to a directive whose name begins so. */
    public boolean isFor(String name) {
        return exactName().startsWith(name);
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

    /** The first of its words that counts with quotes only, and has none: it is read as the name of a host. */
    public Optional<String> unquotedKeyword() {
        return BLANKS.splitAsStream(lower())
                .skip(1)
                .filter(word -> KEYWORD.matcher(word).matches())
                .findFirst();
    }

    private String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
