package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.code;
import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.review.Recording.Kept;
import java.util.List;
import java.util.Optional;

/** What the check saw, with the place and the picture. */
final class EvidenceSection implements Section {
    private static final int MOST_FINDINGS = 10;

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public void write(Review review, SectionText text) {
        Optional<Kept> worst = review.recording().worst();
        if (worst.isEmpty()) {
            text.blank("What was seen (no result of a bad round is kept)");
            return;
        }
        Kept kept = worst.get();
        SmokeResult result = kept.result();
        String source = "history: result.json of round " + kept.round();
        List<Finding> failing = result.findings().stream().filter(result::fails).toList();
        failing.stream().limit(MOST_FINDINGS).forEach(finding -> finding(result, finding, text, source));
        if (failing.size() > MOST_FINDINGS) {
            text.item("and " + (failing.size() - MOST_FINDINGS) + " more findings", source);
        }
        Optional.ofNullable(review.pictures().get(kept.round()))
                .ifPresent(file -> text.picture(file, "The page in that round"));
    }

    private static void finding(SmokeResult result, Finding finding, SectionText text, String source) {
        text.item(
                "Sev " + result.severityOf(finding).level() + ", " + code(finding.kind()) + ": "
                        + prose(finding.message()) + told(", expected: ", finding.expected())
                        + told(", actual: ", finding.actual()),
                source);
        finding.where().ifPresent(where -> {
            text.item("at " + code(where.toString()) + ":", source);
            text.block("html", List.of(where.excerpt()));
        });
        finding.reproduce().ifPresent(command -> {
            text.item("to see it again:", source);
            text.block("sh", List.of(command));
        });
    }

    private static String told(String before, String what) {
        return what.isEmpty() ? "" : before + prose(what);
    }
}
