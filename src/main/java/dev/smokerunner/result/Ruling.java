package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What findings and check results come to.
 *
 * @param verdict the verdict
 * @param severity the worst severity of what failed; absent unless the verdict is {@link Verdict#FAIL}
 * @param reason why it is inconclusive; absent otherwise
 */
public record Ruling(Verdict verdict, Optional<Severity> severity, Optional<String> reason) {

    /** Rejects null. */
    public Ruling {
        requireNonNull(verdict);
        requireNonNull(severity);
        requireNonNull(reason);
    }

    /**
     * Folds a run into its verdict: fail where something is as bad as the gate, else inconclusive where something could not
     * be judged or nothing was seen, else pass.
     *
     * @param findings all findings of the run
     * @param results what each check says about each page, not summed up: a sum may hide that a check could not be judged
     * @param failOn the gate: this impact or worse fails
     * @param audience who is served it
     */
    public static Ruling of(List<Finding> findings, List<CheckResult> results, Severity failOn, Audience audience) {
        Optional<Severity> worst = findings.stream()
                .map(Finding::impact)
                .filter(impact -> impact.isAtLeast(failOn))
                .map(audience::cap)
                .reduce(Severity::worseOf);
        if (worst.isPresent()) {
            return new Ruling(Verdict.FAIL, worst, Optional.empty());
        }
        return unjudged(results)
                .map(reason -> new Ruling(Verdict.INCONCLUSIVE, Optional.empty(), Optional.of(reason)))
                .orElseGet(() -> new Ruling(Verdict.PASS, Optional.empty(), Optional.empty()));
    }

    private static Optional<String> unjudged(List<CheckResult> results) {
        if (results.isEmpty()) {
            return Optional.of("no page was checked");
        }
        List<CheckResult> errored = results.stream()
                .filter(result -> result.outcome() == Outcome.ERRORED)
                .toList();
        if (!errored.isEmpty()) {
            CheckResult first = errored.get(0);
            String more = errored.size() == 1 ? "" : " and " + (errored.size() - 1) + " more";
            return Optional.of(first.check() + more + " could not be judged: "
                    + first.reason().orElse(""));
        }
        boolean isAnySeen = results.stream().anyMatch(result -> result.outcome() == Outcome.PASSED);
        return isAnySeen ? Optional.empty() : Optional.of("nothing was seen: no check could look at anything");
    }
}
