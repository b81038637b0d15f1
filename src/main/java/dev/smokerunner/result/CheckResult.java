package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one check says: about one page, or summed up over a run.
 *
 * @param check the check's name
 * @param subjects how many things it looked at
 * @param findings what it found; only with {@link Outcome#FAILED}, and empty there where the findings of other checks tell it
 * @param outcome how it ended
 * @param reason why it errored or was skipped, or who tells what it found; present exactly then
 */
public record CheckResult(
        String check, int subjects, List<Finding> findings, Outcome outcome, Optional<String> reason) {

    /** Rejects a failure without a finding or who tells it, and an error without a reason. */
    public CheckResult {
        requireNonNull(check);
        requireNonNull(reason);
        findings = List.copyOf(findings);
        boolean isFailed = outcome == Outcome.FAILED;
        if (!findings.isEmpty() && !isFailed) {
            throw new IllegalArgumentException(check + " is " + outcome + " with " + findings.size() + " findings");
        }
        boolean needsReason =
                outcome == Outcome.ERRORED || outcome == Outcome.SKIPPED || isFailed && findings.isEmpty();
        if (reason.isPresent() != needsReason) {
            throw new IllegalArgumentException(check + " is " + outcome + " with reason " + reason);
        }
    }

    /** A copy with each text mapped; the check's name is ours. */
    CheckResult mapTexts(UnaryOperator<String> operation) {
        return new CheckResult(
                check,
                subjects,
                findings.stream().map(finding -> finding.mapTexts(operation)).toList(),
                outcome,
                reason.map(operation));
    }

    /** What it says of what one of several browsers saw. */
    public CheckResult in(String browser) {
        List<Finding> seen =
                findings.stream().map(finding -> finding.in(browser)).toList();
        return new CheckResult(
                check,
                subjects,
                seen,
                outcome,
                outcome == Outcome.ERRORED ? reason.map(why -> "in " + browser + ": " + why) : reason);
    }

    /** A check that judged {@code subjects} things: failed with findings, passed without. */
    public static CheckResult judged(String check, int subjects, List<Finding> findings) {
        Outcome outcome = findings.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        return new CheckResult(check, subjects, findings, outcome, Optional.empty());
    }

    /** A check that failed and whose findings are all evidence of other checks' findings; the reason names those. */
    public static CheckResult toldElsewhere(String check, int subjects, String reason) {
        return new CheckResult(check, subjects, List.of(), Outcome.FAILED, Optional.of(reason));
    }

    /** A check that could not be judged. */
    public static CheckResult errored(String check, String reason) {
        return new CheckResult(check, 0, List.of(), Outcome.ERRORED, Optional.of(reason));
    }

    /** A check that was not asked for, or had nothing to look at. */
    public static CheckResult skipped(String check, String reason) {
        return new CheckResult(check, 0, List.of(), Outcome.SKIPPED, Optional.of(reason));
    }
}
