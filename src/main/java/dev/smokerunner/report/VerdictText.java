package dev.smokerunner.report;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;

/** A verdict in a few words, for formats that have one line for it. What a page says in it is as it was said. */
final class VerdictText {
    private VerdictText() {}

    /** The verdict and how bad it is: {@code FAIL Sev 2}. */
    static String verdict(SmokeResult result) {
        return result.verdict().name()
                + result.severity().map(severity -> " Sev " + severity.level()).orElse("");
    }

    /** What was checked: {@code signup production}. */
    static String subject(SmokeResult result) {
        SmokeResult.Subject subject = result.subject();
        return subject.environment().equals("default") ? subject.name() : subject.name() + " " + subject.environment();
    }

    /** Why, in a sentence without a full stop. */
    static String why(SmokeResult result) {
        return switch (result.verdict()) {
            case PASS -> whyPassed(result);
            case INCONCLUSIVE -> "nothing was proven: " + result.reason().orElse("");
            case FAIL -> whyFailed(failing(result));
        };
    }

    /** What fails the run, worst first. */
    static List<Finding> failing(SmokeResult result) {
        return result.findings().stream().filter(result::fails).toList();
    }

    /** What was found and does not fail the run. */
    static List<Finding> notes(SmokeResult result) {
        return result.findings().stream()
                .filter(finding -> !result.fails(finding))
                .toList();
    }

    /** What there was to look at, and that it is well; without a full stop. */
    static String whyPassed(SmokeResult result) {
        List<CheckResult> judged = result.checks().stream()
                .filter(check -> check.outcome() == Outcome.PASSED || check.outcome() == Outcome.FAILED)
                .toList();
        long subjects = judged.stream().mapToLong(CheckResult::subjects).sum();
        return Wording.count(judged.size(), "check") + " looked at " + Wording.count(subjects, "thing") + " and found "
                + (result.findings().isEmpty()
                        ? "nothing wrong"
                        : "nothing as bad as Sev " + result.failOn().level());
    }

    /** How many checks ended how; a check whose findings all pass the gate has not failed the run. */
    static String counts(SmokeResult result) {
        long noted =
                result.checks().stream().filter(check -> isNoted(result, check)).count();
        return count(result, Outcome.PASSED) + " passed, " + (noted == 0 ? "" : noted + " with notes, ")
                + (count(result, Outcome.FAILED) - noted) + " failed, " + count(result, Outcome.ERRORED) + " errored, "
                + count(result, Outcome.SKIPPED) + " skipped";
    }

    private static long count(SmokeResult result, Outcome outcome) {
        return result.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .count();
    }

    /** Whether a check failed and nothing that it found fails the run. */
    static boolean isNoted(SmokeResult result, CheckResult check) {
        boolean isToldElsewhere = check.findings().isEmpty();
        return check.outcome() == Outcome.FAILED
                && (isToldElsewhere
                        ? result.verdict() != Verdict.FAIL
                        : check.findings().stream().noneMatch(result::fails));
    }

    private static String whyFailed(List<Finding> failing) {
        if (failing.isEmpty()) {
            return "the run failed, and no finding says why";
        }
        Finding worst = failing.get(0);
        String message = worst.message().endsWith(".")
                ? worst.message().substring(0, worst.message().length() - 1)
                : worst.message();
        return worst.check() + ": " + message
                + (failing.size() == 1 ? "" : "; and " + Wording.count(failing.size() - 1L, "more finding"));
    }
}
