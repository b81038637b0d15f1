package dev.smokerunner.report;

import static dev.smokerunner.report.TerminalText.field;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings on the console: in full those that fail the run, as notes the others. */
final class ConsoleFindings {
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_NOTES = 10;
    private static final int MOST_EVIDENCE = 5;
    private static final int MOST_PAGES = 3;
    private static final int COMMAND = 2_000;

    private final SmokeResult result;
    private final ConsoleLines lines;
    private final ConsoleStyle style;
    private final BrowserWords browsers;
    private final List<Finding> failing;
    private final List<Finding> notes;

    ConsoleFindings(SmokeResult result, ConsoleLines lines, ConsoleStyle style) {
        this.result = result;
        this.lines = lines;
        this.style = style;
        browsers = new BrowserWords(result);
        failing = VerdictText.failing(result);
        notes = VerdictText.notes(result);
    }

    /** One line for each finding that fails the run. */
    void writeBriefly() throws IOException {
        for (Finding finding : failing) {
            lines.heading(Rating.BAD, "FAILED", title(finding) + "  " + sentence(finding));
        }
    }

    /** Every finding, as long as the lists are not endless. */
    void write() throws IOException {
        for (Finding finding : first(failing, MOST_FINDINGS)) {
            inFull(finding);
        }
        rest(failing, MOST_FINDINGS, "finding");
        for (Finding note : first(notes, MOST_NOTES)) {
            lines.blank();
            lines.heading(Rating.CALM, "note", title(note));
            lines.text(sentence(note));
            lines.fact("hint", field(note.hint().orElse("")));
            lines.fact("seen", browsers(note));
            pages(note);
        }
        rest(notes, MOST_NOTES, "note");
    }

    /** All that is told of one finding that fails the run. */
    void inFull(Finding finding) throws IOException {
        lines.blank();
        lines.heading(Rating.BAD, "FAILED", title(finding));
        lines.text(field(finding.message()));
        lines.fact("seen", browsers(finding));
        lines.fact(
                "where",
                finding.where()
                        .map(place -> field(place.toString()) + "  " + field(place.excerpt()))
                        .orElse(""));
        lines.fact("expected", field(finding.expected()));
        lines.fact("actual", field(finding.actual()) + attempts(finding));
        lines.fact("hint", field(finding.hint().orElse("")));
        evidence(finding.evidence());
        pages(finding);
        if (finding.reproduce().isPresent()) {
            lines.verbatim("reproduce", field(finding.reproduce().get(), COMMAND));
        }
    }

    /** Which browsers saw it, where not all did; of all of them only for those who ask for everything. */
    private String browsers(Finding finding) {
        return field(style.verbose() ? browsers.everybody(finding) : browsers.few(finding));
    }

    private void evidence(List<String> evidence) throws IOException {
        List<String> shown = first(evidence, MOST_EVIDENCE);
        String name = "evidence";
        for (String line : shown) {
            lines.fact(name, field(line));
            name = "";
        }
        if (shown.size() < evidence.size()) {
            lines.fact("", "and " + Wording.count(evidence.size() - shown.size(), "more line"));
        }
    }

    private void pages(Finding finding) throws IOException {
        List<String> pages =
                finding.pages().stream().map(url -> field(url.toString())).toList();
        if (!pages.get(0).equals(field(finding.subject()))) {
            lines.fact("page", pages.get(0));
        }
        if (pages.size() > 1) {
            List<String> others = pages.subList(1, pages.size());
            List<String> named = first(others, MOST_PAGES);
            lines.text("also on " + Wording.count(others.size(), "more page") + ": " + String.join(", ", named)
                    + (named.size() < others.size() ? ", ..." : ""));
        }
    }

    private String title(Finding finding) {
        Severity severity = result.severityOf(finding);
        String capped = severity == finding.impact()
                ? ""
                : " (impact " + finding.impact().level() + ")";
        return finding.check() + "  Sev " + severity.level() + capped + "  " + field(finding.subject());
    }

    private String sentence(Finding finding) {
        String facts = Stream.of(fact("expected", finding.expected()), fact("actual", finding.actual()))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("; "));
        String seen = this.browsers.few(finding);
        return field(finding.message())
                + (facts.isEmpty() ? "" : " (" + facts + ")")
                + (seen.isEmpty() ? "" : " (" + field(seen) + ")");
    }

    private static String fact(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + field(value);
    }

    private static String attempts(Finding finding) {
        return finding.actual().isEmpty() || finding.attempts() == 1
                ? ""
                : " (the same in " + finding.attempts() + " attempts)";
    }

    private void rest(List<Finding> all, int most, String noun) throws IOException {
        int left = all.size() - first(all, most).size();
        if (left > 0) {
            lines.blank();
            lines.heading(
                    Rating.CALM,
                    "...",
                    Wording.count(left, "more " + noun) + ": see the other reports, or -v shows them");
        }
    }

    private <T> List<T> first(List<T> all, int most) {
        return style.verbose() || all.size() <= most ? all : all.subList(0, most);
    }
}
