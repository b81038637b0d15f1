package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.result.SmokeResult;
import java.util.List;

/** What is to be done, by whom. What the findings advise is proposed; all else is the team's. */
final class ActionSection implements Section {
    private static final int MOST_HINTS = 5;
    private static final int EMPTY_ROWS = 3;

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public void write(Review review, SectionText text) {
        text.row(List.of("action", "owner", "until"));
        text.rule(3);
        review.recording()
                .worst()
                .ifPresent(kept -> propose(kept.result(), text, "history: result.json of round " + kept.round()));
        review.given().forEach(given -> propose(given.result(), text, "result: " + given.file()));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            text.row(List.of(SectionText.BLANK, SectionText.BLANK, SectionText.BLANK));
        }
    }

    private static void propose(SmokeResult result, SectionText text, String source) {
        result.findings().stream()
                .filter(result::fails)
                .flatMap(finding -> finding.hint().stream())
                .distinct()
                .limit(MOST_HINTS)
                .forEach(hint ->
                        text.row(List.of("Proposed: " + prose(hint), SectionText.BLANK, SectionText.BLANK), source));
    }
}
