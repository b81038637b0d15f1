package dev.smokerunner.run;

import dev.smokerunner.check.finding.Commands;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.runner.CheckRunner;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.check.runner.Findings;
import dev.smokerunner.check.runner.UnusedEntries;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.Ruling;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.serving.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs a plan: looks at its pages, judges what was seen, and folds it into a result. The only class that knows all
 * stages. It never prints and never exits.
 */
public final class SmokeRunner {
    private final Progress progress;
    private final Browsers browsers;
    private final LocalSystem system;
    private final CheckRunner checks = new CheckRunner(Checks.all());

    /** A runner that tells nobody how far it is. */
    public SmokeRunner() {
        this(Progress.SILENT, Browsers.NEW, LocalSystem.current());
    }

    /**
     * A runner.
     *
     * @param progress is told how far it is
     * @param browsers where it gets its browser from; its caller can let several runs share one
     * @param system its clocks and its environment
     */
    public SmokeRunner(Progress progress, Browsers browsers, LocalSystem system) {
        this.progress = progress;
        this.browsers = browsers;
        this.system = system;
    }

    /** Runs a plan to its end, within its time limit and a few seconds. */
    public SmokeResult run(SmokePlan plan) {
        Instant startedAt = system.clock().instant();
        long start = system.nanoTime().getAsLong();
        PagesObserver.Sight<Looked> sight =
                new PagesObserver(plan, browsers, system, progress).atAllPages(seen -> judge(plan, seen));
        List<Looked> looked = sight.pages();
        Optional<ReleaseResult> release =
                sight.site().flatMap(site -> site.release().value()).map(ReleaseResults::of);
        Duration took = Duration.ofNanos(system.nanoTime().getAsLong() - start);
        return result(plan, startedAt, took, looked, release).mapTexts(plan.redaction()::apply);
    }

    /** Runs a plan to its end and keeps what was seen, which an ordinary run forgets page by page: for a few pages only. */
    public ObservedRun see(SmokePlan plan) {
        Keeping kept = new Keeping(progress);
        SmokeResult result = new SmokeRunner(kept, browsers, system).run(plan);
        return new ObservedRun(result, kept.pages());
    }

    private Looked judge(SmokePlan plan, PagesObserver.Seen seen) {
        if (seen.observation() instanceof Captured.Unseen<PageObservation> unseen) {
            List<CheckResult> judged = told(seen.viewer(), judgeSite(plan, seen, unseen));
            return new Looked(PageResults.unseen(seen.url(), seen.viewer(), judged), Optional.empty());
        }
        PageObservation page = seen.observation().value().orElseThrow();
        Expectations expected = seen.page().expectations();
        List<CheckResult> judged = checks.judge(page, expected, commands(plan, seen));
        return new Looked(
                PageResults.of(page, seen.viewer(), told(seen.viewer(), judged)),
                UnusedEntries.of(page, expected, judged, plan.firstParty()));
    }

    private static List<CheckResult> told(Viewer viewer, List<CheckResult> judged) {
        return viewer.name()
                .map(name -> judged.stream().map(check -> check.in(name)).toList())
                .orElse(judged);
    }

    private List<CheckResult> judgeSite(
            SmokePlan plan, PagesObserver.Seen seen, Captured.Unseen<PageObservation> unseen) {
        return seen.site()
                .map(site -> checks.judgeSite(
                        PageObservation.unseen(seen.url(), site, unseen),
                        seen.page().expectations(),
                        unseen.reason(),
                        commands(plan, seen)))
                .orElseGet(() -> Checks.all().stream()
                        .map(check -> CheckResult.errored(check.name(), unseen.reason()))
                        .toList());
    }

    /** Commands that still work when the run is over: a package's server is gone by then. */
    private static Commands commands(SmokePlan plan, PagesObserver.Seen seen) {
        return plan.target() instanceof Target.Package files
                ? new PackageCommands(files, seen.base())
                : new CurlCommands();
    }

    /** What is kept of a page; what it did not need is absent where nothing can be said about that. */
    private record Looked(PageResult result, Optional<List<String>> unused) {}

    private static SmokeResult result(
            SmokePlan plan, Instant startedAt, Duration took, List<Looked> looked, Optional<ReleaseResult> release) {
        List<PageResult> pages = looked.stream().map(Looked::result).toList();
        List<CheckResult> all =
                pages.stream().flatMap(page -> page.checks().stream()).toList();
        List<Finding> findings = Findings.merged(
                all.stream().flatMap(check -> check.findings().stream()).toList(),
                plan.viewers().size());
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
                UnusedEntries.ofAll(looked.stream().map(Looked::unused).toList()),
                plan.failOn(),
                release);
    }
}
