package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.code;
import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.util.List;

/** What customers had of it, as far as somebody counted. */
final class ImpactSection implements Section {
    private static final int MOST_LINKS = 20;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public void write(Review review, SectionText text) {
        Recording recording = review.recording();
        String incident = "history: incident " + recording.incident().id();
        int all = recording.rounds().passed() + recording.rounds().failed();
        if (all > 0) {
            int failed = recording.rounds().failed();
            text.item(
                    failed == 0
                            ? "None of " + all + " rounds while it lasted failed: the checks did not see it"
                            : failed + " of " + all + " rounds while it lasted failed",
                    "history: rounds of " + recording.site().id());
        }
        recording.worst().ifPresent(kept -> {
            SmokeResult result = kept.result();
            String source = "history: result.json of round " + kept.round();
            text.item("The address: " + code(result.subject().target()), source);
            result.findings().stream()
                    .filter(result::fails)
                    .filter(finding -> finding.pages().size() > 1)
                    .forEach(finding -> pages(finding, text, source));
        });
        List<String> tickets = recording.steps().stream()
                .filter(step -> step.source() == Source.TICKETS)
                .flatMap(step -> step.links().stream())
                .distinct()
                .limit(MOST_LINKS)
                .toList();
        tickets.forEach(link -> text.item("A ticket of a customer: " + code(link), incident));
        text.blank("Visitors who were affected");
        text.blank("What they could not do");
        text.blank("What it cost (orders, sign-ups, support)");
    }

    private static void pages(Finding finding, SectionText text, String source) {
        text.item(finding.pages().size() + " pages: " + prose(finding.message()), source);
    }
}
