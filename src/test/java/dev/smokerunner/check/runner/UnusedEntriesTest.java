package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnusedEntriesTest {
    private static List<String> of(Expectations expected, APage... pages) {
        return of(List.of(), expected, pages);
    }

    private static List<String> of(List<UrlPattern> firstParty, Expectations expected, APage... pages) {
        return UnusedEntries.ofAll(Arrays.stream(pages)
                .map(page -> ofOne(firstParty, expected, page.seen()))
                .toList());
    }

    private static Optional<List<String>> ofOne(
            List<UrlPattern> firstParty, Expectations expected, PageObservation page) {
        List<CheckResult> results = new CheckRunner(Checks.all()).judge(page, expected, new CurlCommands());
        return UnusedEntries.of(page, expected, results, firstParty);
    }

    @Test
    void namesAnIgnoredAssetThatNobodyAskedFor() {
        assertThat(of(Expecting.ignoring("*/used.png", "*/gone.png"), APage.withBody("<img src=\"used.png\">")))
                .containsExactly(
                        "assets.ignore[1] \"*/gone.png\" matches nothing on any page of this run: correct it, or"
                                + " remove it");
    }

    @Test
    void isSilentWhereOneOfThePagesNeedsIt() {
        assertThat(of(Expecting.ignoring("*/used.png"), APage.healthy(), APage.withBody("<img src=\"used.png\">")))
                .isEmpty();
    }

    @Test
    void namesAnAllowedErrorThatDidNotHappen() {
        APage page = APage.healthy().saying(Source.CONSOLE, "ResizeObserver loop limit exceeded", "js/a.js", 3);

        assertThat(of(Expecting.allowing("ResizeObserver", "/Scripterror/"), page))
                .singleElement()
                .asString()
                .startsWith("errors.allow[1] \"/Scripterror/\"");
    }

    @Test
    void namesAnOverrideWhoseSubjectIsNowhere() {
        assertThat(of(
                        Expecting.impact("asset-status", "*/promotions/*", Severity.SEV4),
                        APage.withBody("<img src=\"a.png\">")))
                .singleElement()
                .asString()
                .startsWith("severity[0] \"asset-status */promotions/*\"");
    }

    @Test
    void needsNoFailureToFindAnOverrideInUse() {
        assertThat(of(
                        Expecting.impact("asset-status", "*/promo/*", Severity.SEV4),
                        APage.withBody("<img src=\"/promo/a.png\">")))
                .isEmpty();
        assertThat(of(
                        Expecting.impact("element", ".banner", Severity.SEV4),
                        APage.healthy().sighting(".banner", 1, 1, "Sale")))
                .isEmpty();
        assertThat(of(Expecting.impact("third-party", "*", Severity.SEV5), APage.healthy()))
                .isEmpty();
    }

    @Test
    void namesAHostOfThePagesOwnSiteThatItDoesNotUse() {
        List<UrlPattern> firstParty = List.of(new UrlPattern("*.Example.net"), new UrlPattern("*.exampel.org"));

        assertThat(of(
                        firstParty,
                        Expectations.NONE,
                        APage.withBody("<script src=\"https://cdn.example.net/a.js\"></script>")))
                .singleElement()
                .asString()
                .startsWith("assets.first-party[1] \"*.exampel.org\"");
    }

    @Test
    void saysNothingWhereAPageDidNotLoad() {
        assertThat(of(
                        Expecting.ignoring("*/gone.png"),
                        APage.healthy()
                                .answered(AnAnswer.of(500, "text/html", "oops"))
                                .navigated(ARequest.of(dev.smokerunner.observation.BrowserRequest.Kind.DOCUMENT, "/")
                                        .answered(500, "text/html"))))
                .isEmpty();
    }
}
