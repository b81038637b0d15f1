package dev.smokerunner.check.text;

import dev.smokerunner.check.web.Bytes;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What says how a text is encoded, and what it says.
 *
 * @param by who says so
 * @param label the name that it gives
 */
record Declaration(By by, String label) {
    /** Browsers look for a page's own word in so many bytes, as the HTML standard has it. */
    static final int PRESCAN = 1024;

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern META =
            Pattern.compile("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_CHARSET = Pattern.compile("\\A@charset \"([^\"]+)\";");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    /** Who may say how a text is encoded. */
    enum By {
        MARK("the byte order mark"),
        HEADER("the Content-Type header"),
        META("the page's meta tag"),
        AT_RULE("the @charset rule"),
        TAG("the charset of its tag");

        private final String words;

        By(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Who says it of a page. */
    static Optional<Declaration> ofPage(Headers headers, Body body) {
        return mark(body).or(() -> header(headers)).or(() -> named(start(body), META, By.META));
    }

    /** Who says it of a style sheet itself. */
    static Optional<Declaration> ofStyle(Headers headers, Body body) {
        return mark(body).or(() -> header(headers)).or(() -> named(start(body), AT_CHARSET, By.AT_RULE));
    }

    /** Who says it of a script itself. */
    static Optional<Declaration> ofScript(Headers headers, Body body) {
        return mark(body).or(() -> header(headers));
    }

    /** The encoding; absent where browsers know none of that name. */
    Optional<Encoding> encoding() {
        Optional<Encoding> named = Encoding.of(label);
        // Who can be read as ASCII so far is not UTF-16, whatever it says.
        boolean isOwnWord = by == By.META || by == By.AT_RULE;
        return named.map(encoding -> isOwnWord && encoding.isUtf16() ? Encoding.UTF_8 : encoding);
    }

    private static Optional<Declaration> mark(Body body) {
        if (Bytes.startsWith(body, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new Declaration(By.MARK, "utf-8"));
        }
        if (Bytes.startsWith(body, 0xff, 0xfe)) {
            return Optional.of(new Declaration(By.MARK, "utf-16le"));
        }
        return Bytes.startsWith(body, 0xfe, 0xff)
                ? Optional.of(new Declaration(By.MARK, "utf-16be"))
                : Optional.empty();
    }

    private static Optional<Declaration> header(Headers headers) {
        return headers.first("content-type").flatMap(type -> named(type, HEADER, By.HEADER));
    }

    private static Optional<Declaration> named(String text, Pattern pattern, By by) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Declaration(by, matcher.group(1))) : Optional.empty();
    }

    private static String start(Body body) {
        String ascii = new String(body.start(PRESCAN), StandardCharsets.ISO_8859_1);
        return COMMENT.matcher(ascii).replaceAll(" ");
    }
}
