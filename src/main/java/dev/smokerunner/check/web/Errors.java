package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the browser's messages mean. */
public final class Errors {
    /** Errors of the same name that code throws while it runs, by parsing something else. */
    private static final Pattern THROWN_BY_CODE = Pattern.compile(
            "JSON|Failed to execute|in promise|regular expression|selector|export named|module specifier",
            Pattern.CASE_INSENSITIVE);

    /** What consoles write before what was thrown, or was the reason of a rejection that nobody handles. */
    private static final List<String> BEFORE_A_THROWN_TEXT = List.of("Uncaught ", "Uncaught (in promise) ");

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_PLACES = 10;

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

    /** The messages as findings of a check, each behind the lead-in; the same text once, wherever it is said. */
    public static CheckResult judged(
            String check,
            PageObservation page,
            List<BrowserMessage> errors,
            String lead,
            Function<BrowserMessage, Severity> impact) {
        Map<String, List<BrowserMessage>> said = new LinkedHashMap<>();
        for (BrowserMessage error : errors) {
            // A page that throws without end must not make a report without end.
            String text = impact.apply(error) + " " + Words.line(error.text());
            if (said.size() < MOST_FINDINGS || said.containsKey(text)) {
                said.computeIfAbsent(text, key -> new ArrayList<>()).add(error);
            }
        }
        List<Finding> found = new ArrayList<>();
        for (List<BrowserMessage> same : said.values()) {
            BrowserMessage first = same.get(0);
            found.add(Finding.on(page.url(), check, impact.apply(first), place(page, first))
                    .message(lead + Words.line(first.text()))
                    .actual(times(same.stream().mapToInt(BrowserMessage::count).sum()))
                    .evidence(otherPlaces(page, same))
                    .attempts(page.attempts())
                    .build());
        }
        return CheckResult.judged(check, errors.size(), found);
    }

    private static List<String> otherPlaces(PageObservation page, List<BrowserMessage> same) {
        String first = place(page, same.get(0));
        return same.stream()
                .map(message -> place(page, message))
                .filter(place -> !place.equals(first))
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> "also at " + place)
                .toList();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
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
