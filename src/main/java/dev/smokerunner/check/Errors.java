package dev.smokerunner.check;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the browser's messages mean. */
final class Errors {
    /** Errors of the same name that code throws while it runs, by parsing something else. */
    private static final Pattern THROWN_BY_CODE = Pattern.compile(
            "JSON|Failed to execute|in promise|regular expression|selector|export named|module specifier",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_FINDINGS = 20;

    private Errors() {}

    /** All messages of the visit; none where there was no browser. */
    static List<BrowserMessage> of(PageObservation page) {
        return page.browser().value().map(BrowserVisit::messages).orElse(List.of());
    }

    /** The errors that say that this script cannot be parsed. */
    static List<BrowserMessage> parseErrors(PageObservation page, URI script) {
        return of(page).stream()
                .filter(m -> m.source() == Source.EXCEPTION && m.text().contains("SyntaxError"))
                .filter(m -> !THROWN_BY_CODE.matcher(m.text()).find())
                .filter(m -> m.url().filter(script.toString()::equals).isPresent())
                .toList();
    }

    /** Whether the owner of the page wants it left alone. */
    static boolean isAllowed(BrowserMessage message, Expectations expected) {
        return expected.allowedErrors().stream().anyMatch(pattern -> pattern.isIn(message.text()));
    }

    /** The messages as findings of a check, each behind the lead-in; the same text at the same place once. */
    static CheckResult judged(
            String check,
            PageObservation page,
            List<BrowserMessage> errors,
            String lead,
            Function<BrowserMessage, Severity> impact) {
        Map<String, FindingBuilder> findings = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (BrowserMessage error : errors) {
            String text = Words.line(error.text());
            String key = place(page, error) + " " + text;
            counts.merge(key, error.count(), Integer::sum);
            // A page that throws without end must not make a report without end.
            if (findings.size() < MOST_FINDINGS) {
                findings.computeIfAbsent(
                        key, one -> Finding.on(page.url(), check, impact.apply(error), place(page, error))
                                .message(lead + text));
            }
        }
        List<Finding> found = new ArrayList<>();
        findings.forEach((key, finding) -> found.add(finding.actual(times(counts.getOrDefault(key, 1)))
                .attempts(page.attempts())
                .build()));
        return CheckResult.judged(check, errors.size(), found);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** Where it was said: {@code url:line}, the page's URL where the browser does not say. */
    static String place(PageObservation page, BrowserMessage message) {
        String url = message.url().orElse(page.url().toString());
        return message.line() > 0 ? url + ":" + message.line() : url;
    }

    /** The message as a line of evidence. */
    static String line(BrowserMessage message) {
        String place = message.url()
                .map(url -> " at " + url + (message.line() > 0 ? ":" + message.line() : ""))
                .orElse("");
        return Words.line(message.text()) + place;
    }
}
