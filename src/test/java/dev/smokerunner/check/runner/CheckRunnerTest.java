package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.ASite;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Check;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private static final Expectations NONE = Expectations.NONE;

    /** A check that does whatever a test wants. */
    private record Scripted(String name, Supplier<Judgement> answer) implements Check {
        @Override
        public Judgement judge(PageView page, Expectations expected) {
            return answer.get();
        }
    }

    private static List<CheckResult> run(Check... checks) {
        return new CheckRunner(List.of(checks)).judge(APage.healthy().seen(), NONE, new CurlCommands());
    }

    @Test
    void keepsABugInOneCheckToItself() {
        Check broken = new Scripted("broken", () -> {
            throw new IllegalStateException("no such thing");
        });

        List<CheckResult> results = run(broken, new Scripted("fine", () -> Judgement.judged("fine", 1, List.of())));

        assertThat(results).extracting(CheckResult::outcome).containsExactly(Outcome.ERRORED, Outcome.PASSED);
        assertThat(results.get(0).reason()).contains("a bug in this check: IllegalStateException: no such thing");
    }

    @Test
    void survivesAStackOverflow() {
        Check endless = new Scripted("endless", CheckRunnerTest::recurse);

        assertThat(run(endless).get(0).outcome()).isEqualTo(Outcome.ERRORED);
    }

    private static Judgement recurse() {
        Judgement deeper = recurse();
        return deeper.subjects() > 0 ? deeper : Judgement.judged("endless", 1, List.of());
    }

    @Test
    void runsNothingElseOnAPageThatDidNotLoad() {
        List<CheckResult> results = new CheckRunner(Checks.all())
                .judge(
                        APage.healthy()
                                .navigated(ARequest.of(Kind.DOCUMENT, "/").answered(500, "text/html"))
                                .seen(),
                        NONE,
                        new CurlCommands());

        assertThat(results.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(results.subList(1, results.size()))
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED))
                .filteredOn(result -> !List.of("release", "edges", "retention").contains(result.check()))
                .allSatisfy(result -> assertThat(result.reason()).contains("the page did not load"));
    }

    @Test
    void judgesTheReleaseAlsoWhereThePageDidNotLoad() {
        SiteObservation site =
                ASite.serving(ASite.file("index.html").answering(404)).seen();

        List<CheckResult> results = new CheckRunner(Checks.all())
                .judge(
                        APage.healthy()
                                .navigated(ARequest.of(Kind.DOCUMENT, "/").answered(404, "text/html"))
                                .on(site)
                                .seen(),
                        NONE,
                        new CurlCommands());

        assertThat(results)
                .flatExtracting(CheckResult::findings)
                .filteredOn(finding -> finding.check().equals("page-status"))
                .flatExtracting(Finding::evidence)
                .anyMatch(line -> line.startsWith("release: missing: "));
    }

    @Test
    void runsEverythingOnAPageThatHealed() {
        List<CheckResult> results = new CheckRunner(Checks.all())
                .judge(APage.healthy().healed("/", "503").seen(), NONE, new CurlCommands());

        assertThat(results)
                .extracting(CheckResult::reason)
                .doesNotContain(java.util.Optional.of("the page did not load"));
    }

    @Test
    void saysNothingAboutIgnoredAssets() {
        APage page = APage.withBody("<script src=\"js/stats.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "js/stats.js").answered(500, ""))
                .requested(ARequest.of(Kind.CALL, "/stats/hit").answered(500, ""))
                .throwing("Error: stats", "js/stats.js", 1)
                .healed("js/stats.js", "503");

        assertThat(page.findings(Expecting.ignoring("*/js/stats.js", "*/stats/*")))
                .isEmpty();
    }

    @Test
    void cannotBeToldToIgnoreThePageItself() {
        APage page = APage.healthy().navigated(ARequest.of(Kind.DOCUMENT, "/").answered(500, "text/html"));

        assertThat(page.findings(Expecting.ignoring("*"))).hasSize(1);
    }

    @Test
    void givesAFindingTheImpactThatTheConfigSets() {
        APage page = APage.withBody("<script src=\"promo/a.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "promo/a.js").answered(404, ""));

        List<Finding> findings = page.findings(Expecting.impact("asset-status", "*/promo/*", Severity.SEV5));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV5);
    }

    @Test
    void findsNothingOnAHealthyPage() {
        APage page = APage.withBody("<script src=\"a.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "a.js").answered(200, "text/javascript"))
                .answering("a.js", AnAnswer.of(200, "text/javascript", "run();"));

        assertThat(page.findings()).isEmpty();
    }
}
