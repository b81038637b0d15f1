package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes findings of errors: one for each text, wherever it is said.
 *
 * @param page the page
 * @param lead how their messages begin
 * @param impact how bad an error is
 */
record ErrorFindings(PageObservation page, String lead, Function<BrowserMessage, Severity> impact) {
    /** A page that throws without end must not make a report without end. */
    private static final int MOST_FINDINGS = 20;

    private static final int MOST_PLACES = 10;

    /** The errors as a check judges them. */
    CheckResult judged(String check, List<BrowserMessage> errors) {
        Map<String, List<BrowserMessage>> said = new LinkedHashMap<>();
        for (BrowserMessage error : errors) {
            String text = impact.apply(error) + " " + Words.line(error.quote());
            if (said.size() < MOST_FINDINGS || said.containsKey(text)) {
                said.computeIfAbsent(text, key -> new ArrayList<>()).add(error);
            }
        }
        List<Finding> found = new ArrayList<>();
        for (List<BrowserMessage> same : said.values()) {
            BrowserMessage first = same.get(0);
            found.add(Finding.on(page.url(), check, impact.apply(first), Errors.place(page, first))
                    .message(lead + Words.line(first.quote()))
                    .actual(Words.times(
                            same.stream().mapToInt(BrowserMessage::count).sum()))
                    .evidence(otherPlaces(same))
                    .attempts(page.attempts())
                    .build());
        }
        return CheckResult.judged(check, errors.size(), found);
    }

    private List<String> otherPlaces(List<BrowserMessage> same) {
        String first = Errors.place(page, same.get(0));
        return same.stream()
                .map(message -> Errors.place(page, message))
                .filter(place -> !place.equals(first))
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> "also at " + place)
                .toList();
    }
}
