package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void saysHowFarTheReleaseIsAndWhereItIsNot() throws IOException {
        StringBuilder out = new StringBuilder();

        new ConsoleReport(ConsoleStyle.PLAIN).write(Samples.released(), out);

        assertThat(out).contains("""
                release  converging after 8.2 s (5 looks): 31 of 31 files of build/signup
                         place:     the site: live, 31 of 31 files
                         place:     edge 203.0.113.7: stale, 30 of 31 files
                """);
    }

    @Test
    void tellsAHealthyRunInThreeParagraphs() {
        assertThat(told(Samples.healthy(), ConsoleStyle.PLAIN)).isEqualTo("""
                        PASS     signup production  https://www.example.com/signup/
                                 2 checks looked at 32 things and found nothing wrong

                        ok       https://www.example.com/signup/  200, ready 610 ms, 27 requests, 31 references

                        PASS     1 page, 27 requests, 31 references; checks: 2 passed, 0 failed, 0 errored, 1 skipped; 1.8 s
                        """);
    }

    @Test
    void tellsAFindingWithItsFiveFactsAndANoteInShort() {
        assertThat(told(Samples.failing(), ConsoleStyle.PLAIN)).isEqualTo("""
                        FAIL     Sev 2  signup production  https://www.example.com/signup/
                                 asset-status: A script of the page is not there
                                 owner:     web-team
                                 runbook:   https://wiki.example.com/signup

                        failed   https://www.example.com/signup/  200, ready 610 ms, 27 requests, 31 references

                        FAILED   asset-status  Sev 2  https://www.example.com/signup/js/main-3f9a.js
                                 A script of the page is not there.
                                 where:     index.html:12:5  <script src="js/main-3f9a.js">
                                 expected:  status 200
                                 actual:    404 text/html, 1.2 kB (the same in 2 attempts)
                                 hint:      the package has js/main-77b1.js
                                 evidence:  page error: ReferenceError: Signup is not defined
                                            console: Failed to load
                                 page:      https://www.example.com/signup/
                                 reproduce: curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'

                        note     asset-cache  Sev 4  https://www.example.com/signup/
                                 HTML is cached for a day. (expected: max-age<=300; actual: max-age=86400)
                                 hint:      set Cache-Control when uploading

                        FAIL     Sev 2  1 page, 27 requests, 31 references; checks: 1 passed, 1 with notes, 1 failed, 0 errored, 1 skipped; 1.8 s
                        """);
    }

    @Test
    void namesTheImpactWhereTheAudienceCapsTheSeverity() {
        assertThat(told(Samples.failingOnStaging(), ConsoleStyle.PLAIN))
                .startsWith(
                        "FAIL     Sev 4 (impact 2, audience internal)  signup staging  https://staging.example.com/")
                .contains("\nFAILED   asset-status  Sev 4 (impact 2)  https://")
                .contains("\nFAIL     Sev 4 (impact 2, audience internal)  1 page, ");
    }

    @Test
    void saysLoudlyThatNothingWasProvenAndEachReasonOnce() {
        assertThat(told(Samples.inconclusive(), ConsoleStyle.PLAIN)).isEqualTo("""
                        INCONCLUSIVE  signup staging  https://staging.example.com/signup/
                                 NOTHING WAS PROVEN: the browser did not start: chromedriver 156 needs Chromium 156, found 149

                        errored  https://www.example.com/signup/  200, 0 requests, 31 references

                        ERRORED  page-blank, page-error
                                 for the reason above

                        ERRORED  asset-host
                                 no hosts could be read

                        INCONCLUSIVE  1 page, 0 requests, 31 references; checks: 1 passed, 0 failed, 3 errored, 0 skipped; 1.8 s
                        """);
    }

    @Test
    void quietlyTellsTheVerdictAndEachFailingFindingInOneLine() {
        assertThat(told(Samples.failing(), ConsoleStyle.PLAIN.quietly())).isEqualTo("""
                        FAIL     Sev 2  signup production  https://www.example.com/signup/
                        FAILED   asset-status  Sev 2  https://www.example.com/signup/js/main-3f9a.js  A script of the page is not there. (expected: status 200; actual: 404 text/html, 1.2 kB)
                        """);
    }

    @Test
    void quietlyTellsWhyARunIsInconclusive() {
        assertThat(told(Samples.inconclusive(), ConsoleStyle.PLAIN.quietly())).isEqualTo("""
                        INCONCLUSIVE  signup staging  https://staging.example.com/signup/  NOTHING WAS PROVEN: the browser did not start: chromedriver 156 needs Chromium 156, found 149
                        """);
    }

    @Test
    void verboselyTellsEveryCheckTimeAndNote() {
        assertThat(told(Samples.healthy(), ConsoleStyle.PLAIN.verbosely())).isEqualTo("""
                        PASS     signup production  https://www.example.com/signup/
                                 2 checks looked at 32 things and found nothing wrong
                                 owner:     web-team
                                 runbook:   https://wiki.example.com/signup

                        ok       https://www.example.com/signup/  200, ready 610 ms, 27 requests, 31 references
                                 times:     document 84 ms, DOM content loaded 310 ms, load 520 ms, ready 610 ms
                                 note:      waited for form#signup

                        passed   page-status         1 subject
                        passed   asset-status        31 subjects
                        skipped  release             no release was given

                        config   errors.allow[0] "Script error" matches nothing

                        PASS     1 page, 27 requests, 31 references; checks: 2 passed, 0 failed, 0 errored, 1 skipped; 1.8 s
                        """);
    }

    @Test
    void coloursNothingButTheFirstWordOfALine() {
        String told = told(Samples.failing(), new ConsoleStyle(true, false, false, 0));

        assertThat(told).startsWith("\u001b[1;31mFAIL\u001b[0m     Sev 2  signup production");
        assertThat(told.replaceAll("(?m)^\u001b\\[[0-9;]+m(\\w+)\u001b\\[0m", "$1"))
                .isEqualTo(told(Samples.failing(), ConsoleStyle.PLAIN));
    }

    @Test
    void wrapsSentencesAtTheWidthAndKeepsCommandsAndAddressesWhole() {
        String told = told(Samples.failing(), new ConsoleStyle(false, false, false, 70));

        assertThat(told)
                .contains(
                        "         HTML is cached for a day. (expected: max-age<=300; actual:\n         max-age=86400)\n")
                .contains("reproduce: curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'\n");
    }

    @Test
    void listsOfManyPagesOnlyThoseThatAreNotWell() {
        List<PageResult> pages = pages(300);
        Finding finding = Samples.missingScript()
                .pages(List.of(pages.get(0).url(), pages.get(7).url()))
                .build();

        String told =
                told(Samples.failed(Samples.production(), pages, List.of(finding), List.of()), ConsoleStyle.PLAIN);

        assertThat(told).contains("""

                        failed   https://www.example.com/1  200, ready 610 ms, 27 requests, 31 references
                        failed   https://www.example.com/8  200, ready 610 ms, 27 requests, 31 references
                        ok       298 pages

                        """).contains("         also on 1 more page: https://www.example.com/8\n");
    }

    @Test
    void cutsTheListOfThePagesOfAFinding() {
        List<URI> urls = pages(300).stream().map(PageResult::url).toList();
        Finding finding = Samples.missingScript().pages(urls).build();

        String told =
                told(Samples.failed(Samples.production(), pages(300), List.of(finding), List.of()), ConsoleStyle.PLAIN);

        assertThat(told)
                .contains("also on 299 more pages: https://www.example.com/2, https://www.example.com/3, "
                        + "https://www.example.com/4, ...\n")
                .contains("\n...      290 more pages not ok\n");
    }

    @Test
    void cutsEndlessListsOfFindingsButCountsThem() {
        List<Finding> findings = IntStream.rangeClosed(1, 27)
                .mapToObj(i -> Finding.on(Samples.PAGE, "asset-status", Severity.SEV3, "a" + i)
                        .message("gone")
                        .build())
                .toList();

        String told = told(Samples.failed(Samples.production(), List.of(), findings, List.of()), ConsoleStyle.PLAIN);

        assertThat(told)
                .contains("         asset-status: gone; and 26 more findings\n")
                .contains("FAILED   asset-status  Sev 3  a20\n")
                .doesNotContain("a21")
                .contains("\n...      7 more findings: see the other reports, or -v shows them\n");
    }

    @Test
    void saysThatAPageDidNotAnswer() {
        PageResult page = new PageResult(
                Samples.PAGE, OptionalInt.empty(), Timings.NONE, 1, 0, Optional.empty(), List.of(), List.of());

        assertThat(told(Samples.passed(Samples.production(), List.of(page), List.of(), List.of()), ConsoleStyle.PLAIN))
                .contains("https://www.example.com/signup/  no answer, 1 request, 0 references\n");
    }

    @Test
    void countsACheckAsFailedWhoseFindingsAnotherOneTells() {
        List<CheckResult> checks = List.of(
                CheckResult.judged(
                        "asset-status", 31, List.of(Samples.missingScript().build())),
                CheckResult.toldElsewhere("element", 5, "what it found follows from asset-status: main.js"));

        String told = told(
                Samples.failed(
                        Samples.production(),
                        List.of(Samples.page(Samples.PAGE, checks)),
                        List.of(Samples.missingScript().build()),
                        checks),
                ConsoleStyle.PLAIN.verbosely());

        assertThat(told)
                .contains("checks: 0 passed, 2 failed")
                .contains("failed   element             5 subjects, what it found follows from asset-status: main.js");
    }

    @Test
    void doesNotCallAPassWithNotesFlawless() {
        List<CheckResult> checks = List.of(CheckResult.judged("asset-cache", 3, List.of(Samples.cachedTooLong())));

        String told = told(
                Samples.passed(Samples.production(), List.of(), List.of(Samples.cachedTooLong()), checks),
                ConsoleStyle.PLAIN);

        assertThat(told)
                .contains("1 check looked at 3 things and found nothing as bad as Sev 3\n")
                .contains("checks: 0 passed, 1 with notes, 0 failed,");
    }

    private static List<PageResult> pages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Samples.page(URI.create("https://www.example.com/" + i), List.of()))
                .toList();
    }

    private static String told(SmokeResult result, ConsoleStyle style) {
        try {
            StringBuilder out = new StringBuilder();
            new ConsoleReport(style).write(result, out);
            return out.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
