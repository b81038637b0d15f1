package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.CacheRule;
import dev.smokerunner.expectation.CacheRule.Comparison;
import dev.smokerunner.expectation.CacheRule.Condition;
import dev.smokerunner.expectation.CacheRules;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetCacheCheckTest {
    private static final AssetCacheCheck CHECK = new AssetCacheCheck();
    private static final String SCRIPT = "js/app.3a5f9c1b.js";

    private static APage pageSaying(String header, String value) {
        return APage.healthy()
                .navigated(ARequest.of(Kind.DOCUMENT, "/")
                        .answered(200, "text/html")
                        .with("date", "Mon, 23 Nov 2026 10:00:00 GMT")
                        .with(header, value));
    }

    private static APage scriptSaying(String source, String value) {
        return APage.withBody("<script src=\"" + source + "\"></script>")
                .answering(source, AnAnswer.of(200, "text/javascript", "x()").with("Cache-Control", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=86400", "public, max-age=31536000, immutable", "MAX-AGE=\"7200\""})
    void notesAPageThatBrowsersKeepForLong(String value) {
        CheckResult result = pageSaying("cache-control", value).judgedBy(CHECK);

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).impact()).isEqualTo(Severity.SEV4);
        assertThat(result.findings().get(0).actual()).isEqualTo("Cache-Control: " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age=300",
                "max-age=3600",
                "no-cache",
                "no-store",
                "s-maxage=31536000, stale-while-revalidate",
                "public, max-age=0, s-maxage=86400",
                "private",
                "no-cache, max-age=86400",
                "max-age=soon"
            })
    void passesAPageThatIsSoonAskedForAgain(String value) {
        assertThat(pageSaying("cache-control", value).judgedBy(CHECK).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void goesByTheDateOfExpiryWhereNothingElseIsSaid() {
        assertThat(pageSaying("expires", "Mon, 30 Nov 2026 10:00:00 GMT")
                        .judgedBy(CHECK)
                        .findings())
                .extracting(Finding::message)
                .containsExactly(
                        "browsers keep the page for 7 days: that long a visitor sees the release before, or one"
                                + " that is broken");
        assertThat(pageSaying("expires", "0").judgedBy(CHECK).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache", "public, max-age=0, must-revalidate", "max-age=600"})
    void notesAFingerprintedScriptThatIsNotKept(String value) {
        CheckResult result = scriptSaying(SCRIPT, value).judgedBy(CHECK);

        assertThat(result.findings())
                .extracting(Finding::subject, Finding::impact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("https://shop.example/" + SCRIPT, Severity.SEV4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=31536000", "public", "", "no-cache=\"set-cookie\", max-age=86400"})
    void passesAFingerprintedScriptThatIsKeptOrSaysNothing(String value) {
        assertThat(scriptSaying(SCRIPT, value).judgedBy(CHECK).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"js/app.js", "js/jquery-3.7.1.js", "3a5f9c1b/app.js"})
    void asksNothingOfAScriptWithoutAFingerprintOfItsOwn(String source) {
        assertThat(scriptSaying(source, "no-store").judgedBy(CHECK).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void saysManyInOneFinding() {
        CheckResult result = scriptSaying(SCRIPT, "no-store")
                .requested(ARequest.of(Kind.SCRIPT, "js/b.9c1b3a5f.js").with("cache-control", "no-store"))
                .judgedBy(CHECK);

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).evidence())
                .containsExactly("also https://shop.example/js/b.9c1b3a5f.js: Cache-Control: no-store");
    }

    @Test
    void notesAWorkerThatIsKeptForLongUnderTheSameName() {
        CheckResult result = APage.healthy()
                .naming(Role.WORKER, "sw.js")
                .answering(
                        "sw.js", AnAnswer.of(200, "text/javascript", "x()").with("Cache-Control", "max-age=31536000"))
                .judgedBy(CHECK);

        assertThat(result.findings()).extracting(Finding::subject).containsExactly("https://shop.example/sw.js");
    }

    @Test
    void leavesAPackageAlone() {
        assertThat(pageSaying("cache-control", "max-age=86400")
                        .packed(new PackagedFile("index.html", 1, List.of()))
                        .judgedBy(CHECK)
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    private static Expectations forPages(Condition... conditions) {
        return Expecting.caching(
                new CacheRules(Optional.of(new CacheRule("the rule", List.of(conditions))), Optional.empty()));
    }

    @Test
    void holdsAPageToTheRuleOfTheConfig() {
        Expectations expected = forPages(new Condition("max-age", Comparison.AT_MOST, 300));

        assertThat(pageSaying("cache-control", "max-age=600")
                        .judgedBy(CHECK, expected)
                        .findings())
                .extracting(Finding::expected)
                .containsExactly("the rule");
        assertThat(pageSaying("cache-control", "max-age=300")
                        .judgedBy(CHECK, expected)
                        .findings())
                .isEmpty();
        assertThat(pageSaying("cache-control", "no-store")
                        .judgedBy(CHECK, expected)
                        .findings())
                .isEmpty();
    }

    @Test
    void countsAHeaderThatIsNotThereAsBreakingTheRule() {
        Expectations expected = forPages(new Condition("max-age", Comparison.AT_MOST, 300));

        assertThat(APage.healthy().judgedBy(CHECK, expected).findings())
                .extracting(Finding::actual)
                .containsExactly("no Cache-Control");
    }

    @Test
    void takesTheRuleInPlaceOfItsOwnLimit() {
        Expectations expected = forPages(new Condition("public", Comparison.PRESENT, 0));

        assertThat(pageSaying("cache-control", "public, max-age=86400")
                        .judgedBy(CHECK, expected)
                        .findings())
                .isEmpty();
    }

    @Test
    void holdsFingerprintedAssetsToTheRuleOfTheConfig() {
        Expectations expected = Expecting.caching(new CacheRules(
                Optional.empty(),
                Optional.of(new CacheRule(
                        "max-age>=31536000", List.of(new Condition("max-age", Comparison.AT_LEAST, 31_536_000))))));

        assertThat(scriptSaying(SCRIPT, "max-age=86400")
                        .judgedBy(CHECK, expected)
                        .findings())
                .extracting(Finding::expected, Finding::actual)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("max-age>=31536000", "Cache-Control: max-age=86400"));
        assertThat(scriptSaying(SCRIPT, "max-age=31536000")
                        .judgedBy(CHECK, expected)
                        .findings())
                .isEmpty();
    }
}
