package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.runner.CheckRunner;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final String HTML = "<!DOCTYPE html><html></html>";

    private static APage withMissingScript(String src) {
        return APage.withBody("<script src=\"" + src + "\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, src).answered(404, "text/html"));
    }

    private static APage withHealthyScript(String src) {
        return APage.withBody("<script src=\"" + src + "\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, src).answered(200, "text/javascript"));
    }

    @Test
    void aFallbackPageForAScriptIsOneFinding() {
        List<Finding> findings = APage.withBody("<script src=\"js/app.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").answered(200, "text/html"))
                .answering("js/app.js", AnAnswer.of(200, "text/html", HTML))
                .throwing("Uncaught SyntaxError: Unexpected token '<'", "js/app.js", 1)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-type");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains("Unexpected token '<'"));
    }

    @Test
    void aDamagedScriptIsOneFindingThatNoAllowedErrorHides() {
        APage page = APage.withBody("<script src=\"js/app.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "js/app.js").answered(200, "text/javascript"))
                .throwing("Uncaught SyntaxError: Unexpected end of input", "js/app.js", 9);

        assertThat(page.findings()).extracting(Finding::check).containsExactly("asset-body");
        assertThat(page.findings(Expecting.allowing("SyntaxError")))
                .extracting(Finding::check)
                .containsExactly("asset-body");
    }

    @Test
    void aDevelopmentServerThatIsLeftInThePageIsOneFinding() {
        String src = "http://localhost:5173/app.js";

        assertThat(APage.withBody("<script type=\"module\" src=\"" + src + "\"></script>")
                        .requested(ARequest.of(Kind.SCRIPT, src)
                                .failing(NetworkFailure.Kind.REFUSED, "net::ERR_CONNECTION_REFUSED"))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly("host-local");
    }

    @Test
    void aPlaceholderInATagExplainsItsOwn404() {
        List<Finding> findings = APage.withBody("<script src=\"js/app-__HASH__.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "js/app-__HASH__.js").answered(404, ""))
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("script-tag");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.startsWith("asset-status: "));
    }

    @Test
    void aRequestThatNeverAnswersIsOneFinding() {
        List<Finding> findings = APage.withBody("<script src=\"js/slow.js\"></script>")
                .taking(new Timings(
                        Optional.of(Duration.ofMillis(9)), Optional.empty(), Optional.empty(), Optional.empty()))
                .ending(Ending.NOT_LOADED, "after 10 s")
                .requested(ARequest.of(Kind.SCRIPT, "js/slow.js").open())
                .answering("js/slow.js", AnAnswer.none(NetworkFailure.Kind.TIMEOUT, "timeout"))
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status");
    }

    @Test
    void missingElementsAreEvidenceOfALostScript() {
        Expectations expected = Expecting.elements(RequiredElement.of("form"), RequiredElement.of("ul"));

        List<Finding> findings = APage.withHtml("<div></div>", "<script data-main=\"js/main-1f", "</html>")
                .showing("Shop", "Loading...", 0, false)
                .sighting("form", 0, 0)
                .sighting("ul", 0, 0)
                .findings(expected);

        assertThat(findings).extracting(Finding::check).containsExactly("script-tag");
        assertThat(findings.get(0).evidence())
                .contains("probably explains: 2 missing elements (form, ul)", "the page shows: \"Loading...\"");
    }

    @Test
    void aCheckFailsThoughAnotherOneTellsWhatItFound() {
        List<CheckResult> results = new CheckRunner(Checks.all())
                .judge(
                        withMissingScript("js/app.js").sighting("form", 0, 0).seen(),
                        Expecting.elements(RequiredElement.of("form")),
                        new CurlCommands());

        assertThat(results)
                .filteredOn(result -> result.check().equals("element"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(result.reason())
                            .contains("what it found follows from asset-status: https://shop.example/js/app.js");
                });
    }

    @Test
    void aCauseIsAsBadAsWhatFollowsFromIt() {
        RequiredElement form = new RequiredElement("form", Optional.empty(), OptionalInt.empty(), true, Severity.SEV1);

        List<Finding> findings =
                withMissingScript("js/app.js").sighting("form", 0, 0).findings(Expecting.elements(form));

        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV1);
    }

    @Test
    void anElementWithAnotherTextIsItsOwnFindingWhereAllScriptsRun() {
        RequiredElement version = new RequiredElement(
                ".v", Optional.of(new TextPattern("2.4")), OptionalInt.empty(), true, Severity.SEV2);

        List<Finding> findings = APage.withBody("<img src=\"a.png\">")
                .requested(ARequest.of(Kind.IMAGE, "a.png").answered(404, ""))
                .sighting(".v", 1, 1, "2.3")
                .findings(Expecting.elements(version));

        assertThat(findings).extracting(Finding::check).containsExactly("element", "asset-status");
        assertThat(findings.get(0).hint()).isEmpty();
    }

    @Test
    void aMissingElementFollowsFromAnExceptionWhereNoScriptIsLost() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .throwing("RangeError: Invalid array length", "js/app.js", 3)
                .sighting("form", 0, 0)
                .findings(Expecting.elements(RequiredElement.of("form")));

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
        assertThat(findings.get(0).evidence()).contains("probably explains: 1 missing element (form)");
    }

    @Test
    void manyMissingElementsThatNothingExplainsAreOneFinding() {
        RequiredElement[] required =
                Stream.of("a", "b", "i", "p").map(RequiredElement::of).toArray(RequiredElement[]::new);
        APage page = APage.healthy();
        Stream.of("a", "b", "i", "p").forEach(css -> page.sighting(css, 0, 0));

        List<Finding> findings = page.findings(Expecting.elements(required));

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("4 required elements are not there: a, b, i, p");
    }

    @Test
    void aBlankPageIsEvidenceOfItsCause() {
        List<Finding> findings =
                withMissingScript("js/app.js").showing("Shop", "", 0, true).findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV1);
        assertThat(findings.get(0).evidence()).contains("probably explains: the page shows nothing");
    }

    @Test
    void aCallThatIsNeverMadeFollowsFromALostScript() {
        List<Finding> findings =
                withMissingScript("js/app.js").findings(Expecting.call("/api/items", 200, Severity.SEV2));

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status");
        assertThat(findings.get(0).evidence()).contains("probably explains: 1 call that is never made (/api/items)");
    }

    @Test
    void aLazyScriptThatNobodyAskedForExplainsNothing() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .naming(Role.SCRIPT, "js/chunk-7.js", Reference.Origin.SCRIPT)
                .answering("js/chunk-7.js", AnAnswer.of(404, "text/html", ""))
                .throwing("ReferenceError: x is not defined", "js/app.js", 3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactlyInAnyOrder("asset-status", "page-error");
    }

    @Test
    void symptomsAreCountedInOneLineAndTheFirstAreQuoted() {
        List<Finding> findings = withMissingScript("js/lib-4d5e6f.js")
                .throwing("ReferenceError: a is not defined", "js/app.js", 3)
                .throwing("ReferenceError: b is not defined", "js/app.js", 4)
                .saying(Source.CONSOLE, "could not load lib-4d5e6f.js", "js/app.js", 1)
                .findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).evidence())
                .containsExactly(
                        "explains: 2 page errors, 1 console error",
                        "page-error: the page throws: ReferenceError: a is not defined"
                                + " (https://shop.example/js/app.js:3)",
                        "page-error: the page throws: ReferenceError: b is not defined"
                                + " (https://shop.example/js/app.js:4)",
                        "console-error: an error in the console: could not load lib-4d5e6f.js"
                                + " (https://shop.example/js/app.js:1)");
    }

    @Test
    void aScriptThatIsLoadedTooLateIsNamed() {
        List<Finding> findings = APage.withBody(
                        "<script src=\"js/app.js\"></script>", "<script src=\"js/lib.js\"></script>")
                .answering("js/app.js", AnAnswer.of(200, "text/javascript", "lib.start();"))
                .answering("js/lib.js", AnAnswer.of(200, "text/javascript", "window.lib = {start: 1};"))
                .throwing("ReferenceError: lib is not defined", "js/app.js", 1)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
        assertThat(findings.get(0).hint())
                .contains("js/lib.js, which seems to define lib, is loaded later: put its script tag before this one");
    }

    @Test
    void aScriptOfAnotherSiteThatDoesNotLoadIsNamed() {
        List<Finding> findings = withHealthyScript("js/app.js")
                .requested(ARequest.of(Kind.SCRIPT, "https://cdn.example.net/jquery.js")
                        .answered(404, ""))
                .throwing("ReferenceError: $ is not defined", "js/app.js", 3)
                .findings();

        assertThat(findings.get(0).check()).isEqualTo("page-error");
        assertThat(findings.get(0).hint()).contains("perhaps because of https://cdn.example.net/jquery.js: 404");
    }
}
