package dev.smokerunner.report;

import static dev.smokerunner.report.TerminalText.field;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The checks on the console: those that could not be judged, and on request all. */
final class ConsoleChecks {
    /** A reason lists all that was tried. */
    static final int LONGEST_REASON = 2_000;

    private static final int NAME = 20;

    private final SmokeResult result;
    private final ConsoleLines lines;

    ConsoleChecks(SmokeResult result, ConsoleLines lines) {
        this.result = result;
        this.lines = lines;
    }

    /** What could not be judged and why; checks that share a reason share a paragraph. */
    void writeErrored() throws IOException {
        Map<String, List<String>> byReason = result.checks().stream()
                .filter(check -> check.outcome() == Outcome.ERRORED)
                .collect(Collectors.groupingBy(
                        check -> check.reason().orElse(""),
                        LinkedHashMap::new,
                        Collectors.mapping(CheckResult::check, Collectors.toList())));
        for (Map.Entry<String, List<String>> errored : byReason.entrySet()) {
            lines.blank();
            lines.heading(Rating.UNSURE, "ERRORED", String.join(", ", errored.getValue()));
            lines.text(words(errored.getKey()));
        }
    }

    private String words(String reason) {
        if (reason.isEmpty()) {
            return "no reason is known";
        }
        return isSaidAbove(reason) ? "for the reason above" : field(reason, LONGEST_REASON);
    }

    /** Only of a run that proved nothing the reason stands above; where there is no reason, none does. */
    private boolean isSaidAbove(String reason) {
        return !reason.isEmpty()
                && result.verdict() == Verdict.INCONCLUSIVE
                && result.reason()
                        .filter(why -> why.length() <= LONGEST_REASON && why.endsWith(reason))
                        .isPresent();
    }

    /** Every check with its outcome. */
    void writeAll() throws IOException {
        lines.blank();
        for (CheckResult check : result.checks()) {
            String name =
                    check.check() + " ".repeat(Math.max(2, NAME - check.check().length()));
            lines.heading(
                    ResultRating.of(check.outcome(), VerdictText.isNoted(result, check)),
                    word(check.outcome()),
                    name + detail(check));
        }
    }

    private static String detail(CheckResult check) {
        String subjects = Wording.count(check.subjects(), "subject");
        return switch (check.outcome()) {
            case PASSED -> subjects;
            case FAILED ->
                subjects + ", "
                        + check.reason()
                                .map(ConsoleChecks::firstLine)
                                .orElseGet(() -> Wording.count(check.findings().size(), "finding"));
            case ERRORED, SKIPPED -> firstLine(check.reason().orElse(""));
        };
    }

    private static String firstLine(String reason) {
        return field(reason.lines().findFirst().orElse(""));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
