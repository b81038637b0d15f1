package dev.smokerunner.report;

import static dev.smokerunner.report.MarkdownText.code;
import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells a result where Markdown is rendered: the summary of a CI job, a merge request, a chat. */
final class MarkdownReport implements Report {
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_NOTES = 10;
    private static final int MOST_EVIDENCE = 5;
    private static final int MOST_PAGES = 20;
    private static final int COMMAND = 2_000;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("summary.md");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        out.append("## ").append(sign(result)).append(' ').append(VerdictText.verdict(result));
        out.append(": ").append(prose(VerdictText.subject(result))).append("\n\n");
        fact(out, "target", code(result.subject().target()));
        fact(out, "why", prose(VerdictText.why(result)));
        if (result.subject().owner().isPresent()) {
            fact(out, "owner", prose(result.subject().owner().get()));
        }
        if (result.subject().runbook().isPresent()) {
            fact(out, "runbook", code(result.subject().runbook().get()));
        }
        if (result.release().isPresent()) {
            fact(out, "release", prose(Wording.release(result.release().get())));
        }
        List<Finding> failing = VerdictText.failing(result);
        for (Finding finding : first(failing, MOST_FINDINGS)) {
            finding(result, finding, out);
        }
        rest(failing.size() - MOST_FINDINGS, "finding", out);
        errored(result, out);
        notes(result, out);
        pages(result, out);
        out.append("\nsmoke ").append(prose(result.version())).append(", ");
        out.append(DurationWords.measured(result.duration())).append('\n');
    }

    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        for (int i = 0; i < results.size(); i++) {
            out.append(i > 0 ? "\n" : "");
            write(results.get(i), out);
        }
    }

    /** Shapes that differ without their colours too. */
    private static String sign(SmokeResult result) {
        return switch (result.verdict()) {
            case PASS -> "\u2705";
            case FAIL -> "\u274c";
            case INCONCLUSIVE -> "\u2753";
        };
    }

    private static void finding(SmokeResult result, Finding finding, Appendable out) throws IOException {
        out.append("\n### ").append(prose(finding.check())).append(", Sev ");
        out.append(Integer.toString(result.severityOf(finding).level())).append("\n\n");
        fact(out, "subject", code(finding.subject()));
        fact(out, "what", prose(finding.message()));
        if (finding.where().isPresent()) {
            String place = code(finding.where().get().toString());
            fact(out, "where", place + " " + code(finding.where().get().excerpt()));
        }
        fact(out, "expected", finding.expected().isEmpty() ? "" : prose(finding.expected()));
        fact(out, "actual", finding.actual().isEmpty() ? "" : prose(finding.actual()));
        fact(out, "hint", finding.hint().map(MarkdownText::prose).orElse(""));
        fact(out, "seen", prose(new BrowserWords(result).few(finding)));
        for (String line : first(finding.evidence(), MOST_EVIDENCE)) {
            fact(out, "evidence", code(line));
        }
        rest(finding.evidence().size() - MOST_EVIDENCE, "line", out);
        URI page = finding.pages().get(0);
        String others = finding.pages().size() == 1
                ? ""
                : " and " + Wording.count(finding.pages().size() - 1L, "more page");
        fact(out, "page", code(page.toString()) + others);
        if (finding.reproduce().isPresent()) {
            out.append('\n').append(MarkdownText.block(finding.reproduce().get(), COMMAND));
        }
    }

    private static void errored(SmokeResult result, Appendable out) throws IOException {
        List<CheckResult> errored = result.checks().stream()
                .filter(check -> check.outcome() == Outcome.ERRORED)
                .toList();
        out.append(errored.isEmpty() ? "" : "\n### Not judged\n\n");
        for (CheckResult check : errored) {
            fact(out, prose(check.check()), prose(check.reason().orElse("")));
        }
    }

    private static void notes(SmokeResult result, Appendable out) throws IOException {
        List<Finding> notes = VerdictText.notes(result);
        out.append(notes.isEmpty() ? "" : "\n### Notes\n\n");
        for (Finding note : first(notes, MOST_NOTES)) {
            String severity = ", Sev " + result.severityOf(note).level();
            fact(out, prose(note.check()) + severity, prose(note.message()) + " " + code(note.subject()));
        }
        rest(notes.size() - MOST_NOTES, "note", out);
    }

    private static void pages(SmokeResult result, Appendable out) throws IOException {
        if (result.pages().isEmpty()) {
            return;
        }
        out.append("\n| page | status | load | ready | requests |\n|---|---|---|---|---|\n");
        for (PageResult page : first(result.pages(), MOST_PAGES)) {
            String browser = page.browser().map(name -> " in " + name).orElse("");
            String status = page.status().isPresent() ? "" + page.status().getAsInt() : "no answer";
            out.append("| ").append(prose(page.url() + browser)).append(" | ").append(status);
            out.append(" | ").append(time(page.timings().load())).append(" | ");
            out.append(time(page.timings().ready())).append(" | ");
            out.append(Integer.toString(page.requests())).append(" |\n");
        }
        if (result.pages().size() > MOST_PAGES) {
            out.append("\nand ").append(Wording.count(result.pages().size() - (long) MOST_PAGES, "more page"));
            out.append('\n');
        }
    }

    private static String time(Optional<Duration> time) {
        return time.map(DurationWords::measured).orElse("-");
    }

    private static void fact(Appendable out, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.append("- **").append(name).append(":** ").append(value).append('\n');
        }
    }

    private static void rest(int left, String noun, Appendable out) throws IOException {
        if (left > 0) {
            out.append("- and ").append(Wording.count(left, "more " + noun)).append('\n');
        }
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }
}
