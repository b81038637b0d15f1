package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What one check says: about one page, or summed up over a run.
 *
 * @param check the check's name
 * @param subjects how many things it looked at
 * @param findings what it found; not empty exactly when the outcome is {@link Outcome#FAILED}
 * @param outcome how it ended
 * @param reason why it errored or was skipped; present exactly then
 */
public record CheckResult(
        String check, int subjects, List<Finding> findings, Outcome outcome, Optional<String> reason) {

    /** Rejects a failure without a finding and an error without a reason. */
    public CheckResult {
        requireNonNull(check);
        requireNonNull(reason);
        findings = List.copyOf(findings);
        if (findings.isEmpty() == (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException(check + " is " + outcome + " with " + findings.size() + " findings");
        }
        boolean needsReason = outcome == Outcome.ERRORED || outcome == Outcome.SKIPPED;
        if (reason.isPresent() != needsReason) {
            throw new IllegalArgumentException(check + " is " + outcome + " with reason " + reason);
        }
    }

    /** A check that judged {@code subjects} things: failed with findings, passed without. */
    public static CheckResult judged(String check, int subjects, List<Finding> findings) {
        Outcome outcome = findings.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        return new CheckResult(check, subjects, findings, outcome, Optional.empty());
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
