package dev.smokerunner.check.runner;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.cause.Cause;
import dev.smokerunner.check.cause.Causes;
import dev.smokerunner.check.cause.Overrides;
import dev.smokerunner.check.finding.Commands;
import dev.smokerunner.check.finding.FindingWriter;
import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.stream.IntStream;

/** Runs checks over one page: each for itself, then joins what they found to its causes. */
public final class CheckRunner {
    private static final Captured<BrowserVisit> UNWATCHED =
            Captured.unseen("nobody watched how the page came to be what it is", Captured.Fault.NOT_ASKED);

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
    public List<CheckResult> judge(PageObservation page, Expectations expected, Commands commands) {
        requireNonNull(expected);
        PageObservation ofInterest = page.without(expected.assets()::ignores);
        PageView view = new PageView(ofInterest);
        PageView watched = isWatched(page) ? view : new PageView(ofInterest.withBrowser(UNWATCHED));
        // Side by side: each looks at what was seen, which nothing changes, and at nothing that another one says.
        List<Judgement> judged = checks.parallelStream()
                .map(check -> judge(check, check.isAboutTheLook() ? view : watched, expected))
                .toList();
        List<Judgement> results =
                judged.stream().anyMatch(CheckRunner::saysThatThePageIsNotThere) ? withoutThePage(judged) : judged;
        return joined(view, results, new Overrides(expected.overrides()), commands);
    }

    /** What was not watched is neither good nor bad: of a page that was only shown, most checks know what plain HTTP tells. */
    private static boolean isWatched(PageObservation page) {
        return page.browser()
                .value()
                .filter(visit -> visit.ending() == BrowserVisit.Ending.SHOWN)
                .isEmpty();
    }

    /**
     * What each check says where the site was looked at and the page was not: what is known of the site is told all the same.
     *
     * @param page the page, of which nothing was seen
     * @param why why nothing was seen
     */
    public List<CheckResult> judgeSite(PageObservation page, Expectations expected, String why, Commands commands) {
        PageView view = new PageView(page);
        List<Judgement> results = checks.stream()
                .map(check ->
                        check.isAboutTheSite() ? judge(check, view, expected) : Judgement.errored(check.name(), why))
                .toList();
        return joined(view, results, new Overrides(expected.overrides()), commands);
    }

    /** Where nobody knows whether it is there, what was looked at need not be the page either. */
    private static boolean saysThatThePageIsNotThere(Judgement result) {
        return result.check().equals(PageStatusCheck.NAME)
                && (result.outcome() == Outcome.ERRORED
                        || result.detections().stream().anyMatch(found -> found.impact() == Severity.SEV1));
    }

    private List<Judgement> withoutThePage(List<Judgement> judged) {
        return IntStream.range(0, checks.size())
                .mapToObj(i -> checks.get(i).needsThePage()
                        ? Judgement.skipped(checks.get(i).name(), "the page did not load")
                        : judged.get(i))
                .toList();
    }

    private static Judgement judge(Check check, PageView page, Expectations expected) {
        try {
            return check.judge(page, expected);
        } catch (RuntimeException | StackOverflowError bug) {
            // The one place that catches broadly: a page can hit a bug in one check, and must neither pass nor fail by
            // it, nor keep the other checks from being heard.
            String message = bug.getMessage() == null ? "" : ": " + Format.line(bug.getMessage());
            return Judgement.errored(
                    check.name(), "a bug in this check: " + bug.getClass().getSimpleName() + message);
        }
    }

    private static List<CheckResult> joined(
            PageView page, List<Judgement> judged, Overrides overrides, Commands commands) {
        List<Detection> found = judged.stream()
                .flatMap(one -> one.detections().stream())
                .map(overrides::applied)
                .toList();
        List<Cause> causes = found.isEmpty() ? List.of() : new Causes(page, overrides).joined(found);
        List<Finding> findings = Findings.sorted(new FindingWriter(commands).written(causes));
        return judged.stream().map(one -> result(one, findings, causes)).toList();
    }

    private static CheckResult result(Judgement judged, List<Finding> findings, List<Cause> causes) {
        if (judged.outcome() == Outcome.ERRORED) {
            return CheckResult.errored(judged.check(), judged.reason().orElse(""));
        }
        if (judged.outcome() == Outcome.SKIPPED) {
            return CheckResult.skipped(judged.check(), judged.reason().orElse(""));
        }
        List<Finding> own = findings.stream()
                .filter(finding -> finding.check().equals(judged.check()))
                .toList();
        boolean isTold = own.isEmpty() && judged.outcome() == Outcome.FAILED;
        // What it found is still wrong, though another finding tells it.
        return isTold
                ? CheckResult.toldElsewhere(
                        judged.check(), judged.subjects(), "what it found follows from " + teller(judged, causes))
                : CheckResult.judged(judged.check(), judged.subjects(), own);
    }

    /** The cause that tells what a check found. */
    private static String teller(Judgement judged, List<Cause> causes) {
        return causes.stream()
                .filter(cause ->
                        cause.told().stream().anyMatch(told -> told.check().equals(judged.check())))
                .map(Cause::detection)
                .findFirst()
                .map(found -> found.check() + ": " + found.subject().text())
                .orElse("another finding");
    }
}
