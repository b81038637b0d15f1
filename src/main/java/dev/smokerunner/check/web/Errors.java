package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What the browser's messages mean. */
public final class Errors {
    /** Errors of the same name that code throws while it runs, by parsing something else. */
    private static final Pattern THROWN_BY_CODE = Pattern.compile(
            "JSON|Failed to execute|in promise|regular expression|selector|export named|module specifier",
            Pattern.CASE_INSENSITIVE);

    /** What consoles write before what was thrown, or was the reason of a rejection that nobody handles. */
    private static final List<String> BEFORE_A_THROWN_TEXT = List.of("Uncaught ", "Uncaught (in promise) ");

    private Errors() {}

    /** All messages of the visit; none where there was no browser. */
    public static List<BrowserMessage> of(PageObservation page) {
        return page.browser().value().map(BrowserVisit::messages).orElse(List.of());
    }

    /** The errors that say that this script cannot be parsed. */
    public static List<BrowserMessage> parseErrors(PageObservation page, URI script) {
        return of(page).stream()
                .filter(m -> m.source() == Source.EXCEPTION && m.text().contains("SyntaxError"))
                .filter(m -> !THROWN_BY_CODE.matcher(m.text()).find())
                .filter(m -> m.url().filter(script.toString()::equals).isPresent())
                .toList();
    }

    /** Whether the owner of the page wants it left alone. */
    public static boolean isAllowed(BrowserMessage message, Expectations expected) {
        return expected.allowedErrors().stream().anyMatch(pattern -> isLike(message, pattern));
    }

    /** Whether it has such a text: as it was thrown, or as consoles show it. */
    public static boolean isLike(BrowserMessage message, TextPattern pattern) {
        return pattern.isIn(message.text())
                || message.source() == Source.EXCEPTION
                        && BEFORE_A_THROWN_TEXT.stream().anyMatch(words -> pattern.isIn(words + message.text()));
    }

    /** Where it was said: {@code url:line}, the page's URL where the browser does not say. */
    public static String place(PageObservation page, BrowserMessage message) {
        String url = message.url().orElse(page.url().toString());
        return message.line() > 0 ? url + ":" + message.line() : url;
    }

    /** The message as a line of evidence. */
    public static String line(BrowserMessage message) {
        String place = message.url()
                .map(url -> " at " + url + (message.line() > 0 ? ":" + message.line() : ""))
                .orElse("");
        return Words.line(message.text()) + place;
    }
}
