package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.List;

/** What the browser's messages mean. */
public final class Errors {
    private Errors() {}

    /** All messages of the visit; none where there was no browser. */
    public static List<BrowserMessage> of(PageObservation page) {
        return page.browser().value().map(BrowserVisit::messages).orElse(List.of());
    }

    /**
     * The errors that say that this script cannot be parsed: those that were thrown, which say why and where; else what the
     * browser alone knows of, since other code caught what was thrown.
     */
    public static List<BrowserMessage> parseErrors(PageObservation page, URI script) {
        List<BrowserMessage> all = of(page).stream()
                .filter(m -> m.facts().contains(new UnparsedText(UnparsedText.What.SCRIPT)))
                .filter(m -> m.url().filter(script.toString()::equals).isPresent())
                .toList();
        List<BrowserMessage> thrown =
                all.stream().filter(m -> m.source() != Source.PARSER).toList();
        return thrown.isEmpty() ? all : thrown;
    }

    /** Whether one of the workers that the page names threw it. */
    public static boolean isThrownByWorker(PageObservation page, BrowserMessage message) {
        return message.source() == Source.EXCEPTION
                && page.references().stream()
                        .filter(reference -> reference.role() == Role.WORKER)
                        .anyMatch(
                                reference -> reference.url().map(URI::toString).equals(message.url()));
    }

    /** Whether the owner of the page wants it left alone. */
    public static boolean isAllowed(BrowserMessage message, Expectations expected) {
        return expected.allowedErrors().stream().anyMatch(pattern -> isLike(message, pattern));
    }

    /** Whether it has such a text: as it was thrown, or as consoles show it. */
    public static boolean isLike(BrowserMessage message, TextPattern pattern) {
        return isIn(pattern, message.quote())
                || message.facts(Thrown.class)
                        .flatMap(thrown -> thrown.shown().stream())
                        .anyMatch(shown -> isIn(pattern, shown));
    }

    /** Whether words have what a pattern of the config asks for. */
    public static boolean isIn(TextPattern pattern, Quote words) {
        return pattern.isIn(words.text());
    }

    /** Where it was said: {@code url:line}, the page's URL where the browser does not say. */
    public static String place(PageObservation page, BrowserMessage message) {
        String url = message.url().orElse(page.url().toString());
        return message.line() > 0 ? url + ":" + message.line() : url;
    }

    /** The line of code where it was said, the page where the browser does not say. */
    public static Subject subject(PageObservation page, BrowserMessage message) {
        return new Subject.Code(message.url().orElse(page.url().toString()), place(page, message));
    }

    /** The words of a message on one line, by which it is known where another check tells of it. */
    public static Quote said(BrowserMessage message) {
        return new Quote(Format.line(message.quote()));
    }

    /** The message as a line of evidence. */
    public static String line(BrowserMessage message) {
        String place = message.url()
                .map(url -> " at " + url + (message.line() > 0 ? ":" + message.line() : ""))
                .orElse("");
        return Format.line(message.quote()) + place;
    }
}
