package dev.smokerunner.run;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.CheckRunner;
import dev.smokerunner.check.Checks;
import dev.smokerunner.check.Findings;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Ruling;
import dev.smokerunner.result.SmokeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs a plan: looks at its pages, judges what was seen, and folds it into a result. The only class that knows all
 * stages. It never prints and never exits.
 */
public final class SmokeRunner {
    private final Progress progress;
    private final Clock clock;
    private final CheckRunner checks = new CheckRunner(Checks.all());

    /** A runner that tells nobody how far it is. */
    public SmokeRunner() {
        this(Progress.SILENT, Clock.systemUTC());
    }

    /**
     * A runner.
     *
     * @param progress is told how far it is
     * @param clock says when a run began
     */
    public SmokeRunner(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** Runs a plan to its end, within its time limit and a few seconds. */
    public SmokeResult run(SmokePlan plan) {
        Instant startedAt = clock.instant();
        long start = System.nanoTime();
        List<PageResult> pages = new Looking(plan, progress)
                .atAllPages().stream().map(seen -> judge(plan, seen)).toList();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new RedactedResult(plan.redaction()).of(result(plan, startedAt, took, pages));
    }

    private PageResult judge(SmokePlan plan, Looking.Seen seen) {
        if (seen.observation() instanceof Captured.Unseen<PageObservation> unseen) {
            List<CheckResult> errored = Checks.all().stream()
                    .map(Check::name)
                    .map(name -> CheckResult.errored(name, unseen.reason()))
                    .toList();
            return PageResults.unseen(seen.url(), errored);
        }
        PageObservation page = seen.observation().value().orElseThrow();
        List<CheckResult> judged = checks.judge(page, seen.page().expectations()).stream()
                .map(check -> PackageCommands.lasting(check, plan.target(), seen.base()))
                .toList();
        return PageResults.of(page, judged);
    }

    private static SmokeResult result(SmokePlan plan, Instant startedAt, Duration took, List<PageResult> pages) {
        List<CheckResult> all =
                pages.stream().flatMap(page -> page.checks().stream()).toList();
        List<Finding> findings = Findings.merged(
                all.stream().flatMap(check -> check.findings().stream()).toList());
        Ruling ruling = Ruling.of(findings, all, plan.failOn(), plan.subject().audience());
        return new SmokeResult(
                plan.subject(),
                startedAt,
                took,
                Version.current(),
                ruling.verdict(),
                ruling.severity(),
                ruling.reason(),
                pages,
                findings,
                Findings.summed(pages.stream().map(PageResult::checks).toList(), findings),
                plan.failOn());
    }
}
