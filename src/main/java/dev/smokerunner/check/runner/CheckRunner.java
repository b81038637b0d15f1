package dev.smokerunner.check.runner;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.cause.Causes;
import dev.smokerunner.check.cause.Hints;
import dev.smokerunner.check.cause.Overrides;
import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs checks over one page: each for itself, then joins what they found to its causes. */
public final class CheckRunner {
    private final List<Check> checks;

    /**
     * Runs these checks.
     *
     * @param checks the checks in their order, {@code page-status} first; see {@link Checks#all()}
     */
    public CheckRunner(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What each check says about the page, in the order of the checks; a cause is one finding, its symptoms evidence. */
    public List<CheckResult> judge(PageObservation page, Expectations expected) {
        requireNonNull(expected);
        PageObservation relevant = new IgnoredAssets(expected.assets().ignored()).removedFrom(page);
        // Side by side: each looks at what was seen, which nothing changes, and at nothing that another one says.
        List<CheckResult> judged = checks.parallelStream()
                .map(check -> judge(check, relevant, expected))
                .toList();
        List<CheckResult> results =
                judged.stream().anyMatch(CheckRunner::saysThatThePageIsNotThere) ? withoutThePage(judged) : judged;
        return joined(relevant, results, new Overrides(expected.overrides()));
    }

    /**
     * What each check says where the site was looked at and the page was not: what is known of the site is told all the same.
     *
     * @param page the page, of which nothing was seen
     * @param why why nothing was seen
     */
    public List<CheckResult> judgeSite(PageObservation page, Expectations expected, String why) {
        List<CheckResult> results = checks.stream()
                .map(check ->
                        check.isAboutTheSite() ? judge(check, page, expected) : CheckResult.errored(check.name(), why))
                .toList();
        return joined(page, results, new Overrides(expected.overrides()));
    }

    /** Where nobody knows whether it is there, what was looked at need not be the page either. */
    private static boolean saysThatThePageIsNotThere(CheckResult result) {
        return result.check().equals(PageStatusCheck.NAME)
                && (result.outcome() == Outcome.ERRORED
                        || result.findings().stream().anyMatch(finding -> finding.impact() == Severity.SEV1));
    }

    private List<CheckResult> withoutThePage(List<CheckResult> judged) {
        return IntStream.range(0, checks.size())
                .mapToObj(i -> checks.get(i).needsThePage()
                        ? CheckResult.skipped(checks.get(i).name(), "the page did not load")
                        : judged.get(i))
                .toList();
    }

    private static CheckResult judge(Check check, PageObservation page, Expectations expected) {
        try {
            return check.judge(page, expected);
        } catch (RuntimeException | StackOverflowError bug) {
            // The one place that catches broadly: a page can hit a bug in one check, and must neither pass nor fail by
            // it, nor keep the other checks from being heard.
            String message = bug.getMessage() == null ? "" : ": " + Words.line(bug.getMessage());
            return CheckResult.errored(
                    check.name(), "a bug in this check: " + bug.getClass().getSimpleName() + message);
        }
    }

    private static List<CheckResult> joined(PageObservation page, List<CheckResult> results, Overrides overrides) {
        Hints hints = new Hints(page);
        List<Finding> all = results.stream()
                .flatMap(result -> result.findings().stream())
                .map(overrides::applied)
                .map(hints::added)
                .toList();
        if (all.isEmpty()) {
            return results;
        }
        Causes.Joined joined = new Causes(page, overrides).joined(all);
        List<Finding> causes = Findings.sorted(joined.findings());
        return results.stream()
                .map(result -> with(result, causes, joined.toldBy()))
                .toList();
    }

    private static CheckResult with(CheckResult result, List<Finding> findings, Map<String, String> toldBy) {
        if (result.outcome() == Outcome.ERRORED || result.outcome() == Outcome.SKIPPED) {
            return result;
        }
        List<Finding> own = findings.stream()
                .filter(finding -> finding.check().equals(result.check()))
                .toList();
        // What it found is still wrong, though another finding tells it.
        return own.isEmpty() && toldBy.containsKey(result.check())
                ? CheckResult.toldElsewhere(
                        result.check(), result.subjects(), "what it found follows from " + toldBy.get(result.check()))
                : CheckResult.judged(result.check(), result.subjects(), own);
    }
}
