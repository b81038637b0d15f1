package dev.smokerunner.config;

import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
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
