package dev.smokerunner.report;

import dev.smokerunner.result.Finding;
import java.net.URI;
import java.util.stream.Collectors;

/** All that a finding says, as lines of plain text. */
final class FindingText {
    private FindingText() {}

    /** A line for each fact, harmless wherever text is harmless. */
    static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        line(text, "what", finding.subject());
        line(text, "message", finding.message());
        facts(text, finding);
        return text.toString();
    }

    /** The same, beginning with the sentence that says it, for readers that show the first line alone. */
    static String sentenceFirst(Finding finding) {
        StringBuilder text = new StringBuilder(Visible.line(finding.message())).append('\n');
        line(text, "what", finding.subject());
        facts(text, finding);
        return text.toString().strip();
    }

    private static void facts(StringBuilder text, Finding finding) {
        line(text, "impact", "Sev " + finding.impact().level());
        finding.where().ifPresent(place -> line(text, "where", place + "  " + place.excerpt()));
        line(text, "expected", finding.expected());
        line(text, "actual", finding.actual());
        line(text, "hint", finding.hint().orElse(""));
        finding.evidence().forEach(evidence -> line(text, "evidence", evidence));
        line(text, "pages", finding.pages().stream().map(URI::toString).collect(Collectors.joining(" ")));
        line(text, "reproduce", finding.reproduce().orElse(""));
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append(": ").append(Visible.line(value)).append('\n');
        }
    }
}
