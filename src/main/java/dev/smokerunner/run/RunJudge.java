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
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Ruling;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.serving.Target;
import java.util.List;
import java.util.Optional;

/** The stage that judges: each page for itself, as soon as it was seen, then all of them together. */
final class RunJudge {
    private static final CheckRunner CHECKS = new CheckRunner(Checks.all());

    private final JudgingTerms terms;

    RunJudge(JudgingTerms terms) {
        this.terms = terms;
    }

    /** What the checks say about one page. */
    JudgedPage judged(SeenPage seen) {
        if (seen.observation() instanceof Captured.Unseen<PageObservation> unseen) {
            List<CheckResult> judged = told(seen, ofTheSite(seen, unseen));
            return new JudgedPage(PageResults.unseen(seen, judged), Optional.empty());
        }
        PageObservation page = seen.observation().value().orElseThrow();
        Expectations expected = seen.page().expectations();
        List<CheckResult> judged = CHECKS.judge(page, expected, commands(seen));
        return new JudgedPage(
                PageResults.of(page, seen.browser(), expected, told(seen, judged)),
                UnusedEntries.of(page, expected, judged, terms.firstParty()));
    }

    /** What all pages together say. */
    SmokeResult result(SeenRun run, List<JudgedPage> judged) {
        List<PageResult> pages = judged.stream().map(JudgedPage::result).toList();
        List<CheckResult> all =
                pages.stream().flatMap(page -> page.checks().stream()).toList();
        List<Finding> findings = Findings.merged(
                all.stream().flatMap(check -> check.findings().stream()).toList(), terms.browsers());
        Ruling ruling = Ruling.of(findings, all, terms.failOn(), terms.subject().audience());
        return new SmokeResult(
                terms.subject(),
                run.startedAt(),
                run.took(),
                Version.current(),
                ruling.verdict(),
                ruling.severity(),
                ruling.reason(),
                pages,
                findings,
                Findings.summed(pages.stream().map(PageResult::checks).toList(), findings),
                UnusedEntries.ofAll(judged.stream().map(JudgedPage::unused).toList()),
                terms.failOn(),
                run.site().flatMap(site -> site.release().value()).map(ReleaseResults::of));
    }

    private static List<CheckResult> told(SeenPage seen, List<CheckResult> judged) {
        return seen.browser()
                .map(name -> judged.stream().map(check -> check.in(name)).toList())
                .orElse(judged);
    }

    private List<CheckResult> ofTheSite(SeenPage seen, Captured.Unseen<PageObservation> unseen) {
        return seen.site()
                .map(site -> CHECKS.judgeSite(
                        PageObservation.unseen(seen.url(), site, unseen),
                        seen.page().expectations(),
                        unseen.reason(),
                        commands(seen)))
                .orElseGet(() -> Checks.all().stream()
                        .map(check -> CheckResult.errored(check.name(), unseen.reason()))
                        .toList());
    }

    /** Commands that still work when the run is over: a package's server is gone by then. */
    private Commands commands(SeenPage seen) {
        return terms.target() instanceof Target.Package files
                ? new PackageCommands(files, seen.base())
                : new CurlCommands();
    }

    /**
     * What is kept of a page.
     *
     * @param unused what of its plan it did not need; absent where nothing can be said about that
     */
    record JudgedPage(PageResult result, Optional<List<String>> unused) {
        /** The same beside what an earlier run that passed saw of it. */
        JudgedPage besides(Optional<LastGood> good) {
            return new JudgedPage(result.with(result.visit(), good), unused);
        }
    }
}
