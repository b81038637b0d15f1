package dev.smokerunner.config;

import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/** What the smaller texts of a config mean; each throws an {@link IllegalArgumentException} that says what is expected. */
final class ValueParsers {

    private ValueParsers() {}

    static TextPattern textPattern(String text) {
        try {
            return new TextPattern(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "a regular expression between the slashes (" + firstLine(e.getDescription()) + ")", e);
        }
    }

    static UrlPattern host(String text) {
        if (!text.matches("[A-Za-z0-9.*_-]+")) {
            throw new IllegalArgumentException(
                    "a host name or a pattern such as *.example.com, without https:// and path");
        }
        return new UrlPattern(text);
    }

    static String headerValue(String text) {
        if (!text.matches("[\\x20-\\x7e]*")) {
            throw new IllegalArgumentException("text on one line, in ASCII");
        }
        return text;
    }

    /** What RFC 6265 lets stand in a cookie, and the few characters more that browsers take. */
    static String cookieValue(String text) {
        if (!text.matches("[\\x21-\\x7e&&[^;]]*")) {
            throw new IllegalArgumentException("the value of a cookie: ASCII without spaces and semicolons");
        }
        return text;
    }

    /** A URL, or a path. */
    static URI address(String text) {
        try {
            URI address = new URI(text);
            boolean isWeb = address.getScheme() == null
                    || address.getHost() != null && address.getScheme().matches("(?i)https?");
            if (!text.isBlank() && isWeb && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Is refused with all others.
        }
        throw new IllegalArgumentException("an http or https URL without user and password, or a path");
    }

    static String basicAuth(String text) {
        if (!text.matches("[^:\\p{Cntrl}]+:\\P{Cntrl}*")) {
            throw new IllegalArgumentException("a secret of the form user:password");
        }
        return text;
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("a path", e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("it is wrong");
    }
}
