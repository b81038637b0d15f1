package dev.smokerunner.report;

import static dev.smokerunner.report.TerminalText.field;
import static java.util.Objects.requireNonNull;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a result to a person: first what was checked, the verdict, how bad it is and why; then the evidence.
 *
 * @param style how it looks
 */
public record ConsoleReport(ConsoleStyle style) implements Report {

    /** Rejects null. */
    public ConsoleReport {
        requireNonNull(style);
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.empty();
    }

    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        for (int i = 0; i < results.size(); i++) {
            if (i > 0 && !style.quiet()) {
                out.append('\n');
            }
            write(results.get(i), out);
        }
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        ConsoleLines lines = new ConsoleLines(out, style);
        headline(result, lines);
        ConsoleFindings findings = new ConsoleFindings(result, lines, style);
        if (style.quiet()) {
            findings.writeBriefly();
            return;
        }
        ConsoleChecks checks = new ConsoleChecks(result, lines);
        if (result.verdict() != Verdict.PASS || style.verbose()) {
            owner(result.subject(), lines);
        }
        if (result.release().isPresent()) {
            release(result.release().get(), lines);
        }
        new ConsolePages(result, lines, style).write();
        findings.write();
        checks.writeErrored();
        if (style.verbose()) {
            checks.writeAll();
            notes(result, lines);
        }
        lines.blank();
        lines.heading(ResultRating.of(result.verdict()), result.verdict().name(), summary(result));
    }

    private void headline(SmokeResult result, ConsoleLines lines) throws IOException {
        SmokeResult.Subject subject = result.subject();
        String environment = subject.environment().equals("default") ? "" : " " + field(subject.environment());
        String what = severity(result) + field(subject.name()) + environment + "  " + field(subject.target());
        if (style.quiet() && result.verdict() == Verdict.INCONCLUSIVE) {
            what += "  " + why(result);
        }
        lines.heading(ResultRating.of(result.verdict()), result.verdict().name(), what);
        if (!style.quiet()) {
            lines.text(why(result));
        }
    }

    private static String why(SmokeResult result) {
        return switch (result.verdict()) {
            case PASS -> VerdictText.whyPassed(result);
            case INCONCLUSIVE ->
                "NOTHING WAS PROVEN: " + field(result.reason().orElse(""), ConsoleChecks.LONGEST_REASON);
            case FAIL -> whyFailed(VerdictText.failing(result), new BrowserWords(result));
        };
    }

    private static String whyFailed(List<Finding> failing, BrowserWords browsers) {
        if (failing.isEmpty()) {
            return "the run failed, and no finding says why";
        }
        Finding worst = failing.get(0);
        String few = field(browsers.few(worst));
        String seen = few.isEmpty() ? "" : " (" + few + ")";
        String more = failing.size() == 1 ? "" : "; and " + Wording.count(failing.size() - 1L, "more finding");
        return worst.check() + ": " + field(worst.message()).replaceFirst("\\.$", "") + seen + more;
    }

    private static void owner(SmokeResult.Subject subject, ConsoleLines lines) throws IOException {
        lines.fact("owner", field(subject.owner().orElse("")));
        lines.fact("runbook", field(subject.runbook().orElse("")));
    }

    private static void release(ReleaseResult release, ConsoleLines lines) throws IOException {
        boolean isLive = release.state() == ReleaseState.LIVE;
        lines.blank();
        lines.heading(isLive ? Rating.GOOD : Rating.BAD, "release", field(Wording.release(release)));
        boolean isOneState = release.places().stream()
                        .map(ReleaseResult.PlaceResult::state)
                        .distinct()
                        .count()
                == 1;
        for (ReleaseResult.PlaceResult place : isOneState ? List.<ReleaseResult.PlaceResult>of() : release.places()) {
            lines.fact(
                    "place",
                    field(place.name()) + ": " + Wording.word(place.state()) + ", " + place.live() + " of "
                            + Wording.count(release.files(), "file"));
        }
    }

    private static void notes(SmokeResult result, ConsoleLines lines) throws IOException {
        for (String note : result.notes()) {
            lines.blank();
            lines.heading(Rating.UNSURE, "config", field(note));
        }
    }

    private static String summary(SmokeResult result) {
        int requests = result.pages().stream().mapToInt(PageResult::requests).sum();
        int references = result.pages().stream()
                .collect(Collectors.toMap(PageResult::url, PageResult::references, Math::max))
                .values()
                .stream()
                .mapToInt(most -> most)
                .sum();
        return severity(result)
                + pages(result) + ", " + Wording.count(requests, "request") + ", "
                + Wording.count(references, "reference") + "; checks: " + VerdictText.counts(result) + "; "
                + DurationWords.measured(result.duration());
    }

    private static String pages(SmokeResult result) {
        long pages = result.pages().stream().map(PageResult::url).distinct().count();
        int browsers = new BrowserWords(result).count();
        return Wording.count(pages, "page") + (browsers == 0 ? "" : " in " + Wording.count(browsers, "browser"));
    }

    /** The severity of a failed run, with the impact and who caps it where they differ; else nothing. */
    private static String severity(SmokeResult result) {
        if (result.severity().isEmpty()) {
            return "";
        }
        Severity severity = result.severity().get();
        Severity impact = result.findings().stream()
                .map(Finding::impact)
                .reduce(Severity::worseOf)
                .orElse(severity);
        String capped = impact == severity
                ? ""
                : " (impact " + impact.level() + ", audience "
                        + result.subject().audience().word() + ")";
        return "Sev " + severity.level() + capped + "  ";
    }
}
