package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Symptom;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsInBrowsersTest {
    private static final URI ONE = URI.create("https://shop.example/1");
    private static final URI TWO = URI.create("https://shop.example/2");

    private static FindingBuilder missing(URI page) {
        return finding(page, "asset-status", "asset-missing", "https://shop.example/a.js");
    }

    private static FindingBuilder thrown(String words) {
        return finding(ONE, "page-error", "page-error", "https://shop.example/a.js:3")
                .message(words)
                .fingerprint("page-error:" + words);
    }

    private static FindingBuilder finding(URI page, String check, String kind, String subject) {
        return Finding.on(page, check, Severity.SEV2, subject)
                .kind(kind)
                .fingerprint(kind + ":" + subject)
                .message("m");
    }

    private static Symptom symptom(Finding finding) {
        return new Symptom(
                finding.check(),
                finding.kind(),
                finding.subject(),
                finding.check() + ": " + finding.message(),
                List.of());
    }

    /** As a run hands them on: each as its browser saw it. */
    private static Finding in(String browser, FindingBuilder finding) {
        return CheckResult.judged("any", 1, List.of(finding.build()))
                .in(browser)
                .findings()
                .get(0);
    }

    private static List<Finding> merged(Finding... findings) {
        return Findings.merged(List.of(findings), 2);
    }

    @Test
    void nameNoBrowserWhereAllOfThemSawIt() {
        List<Finding> all = merged(
                in("Chrome", missing(ONE).evidence(List.of("said so"))),
                in("Firefox", missing(ONE).evidence(List.of("said it in other words"))),
                in("Chrome", missing(TWO).evidence(List.of("and so"))),
                in("Firefox", missing(TWO).evidence(List.of("and in other words"))));

        assertThat(all).hasSize(1);
        assertThat(all.get(0).browsers()).isEmpty();
        assertThat(all.get(0).pages()).containsExactly(ONE, TWO);
        assertThat(all.get(0).evidence()).containsExactly("said so", "and so");
    }

    @Test
    void nameTheBrowsersThatSawItWhereNotAllDid() {
        List<Finding> some =
                merged(in("Firefox", missing(ONE)), in("Firefox", missing(TWO)), in("Chrome", thrown("oops")));

        assertThat(some)
                .extracting(Finding::check, Finding::browsers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("asset-status", List.of("Firefox")),
                        org.assertj.core.groups.Tuple.tuple("page-error", List.of("Chrome")));
    }

    @Test
    void sayInTheWordsOfTheFirstWhatTheySayOfOnePlaceInDifferentWords() {
        List<Finding> one =
                merged(in("Chrome", thrown("x of undefined")), in("Firefox", thrown("no x, y is undefined")));

        assertThat(one).hasSize(1);
        assertThat(one.get(0).browsers()).isEmpty();
        assertThat(one.get(0).message()).isEqualTo("x of undefined");
        assertThat(one.get(0).evidence()).containsExactly("in Firefox: no x, y is undefined");
    }

    @Test
    void keepApartWhatOneBrowserTellsApart() {
        List<Finding> apart = merged(
                in("Chrome", thrown("a is no function")),
                in("Chrome", thrown("b is no function")),
                in("Firefox", thrown("a: not a function")));

        assertThat(apart).hasSize(3);
    }

    @Test
    void tellWithItsCauseWhatAnotherBrowserKnowsTheCauseOf() {
        Finding error = thrown("oops").impact(Severity.SEV1).build();
        Finding alone = in("Firefox", thrown("oops").impact(Severity.SEV1));
        Finding cause =
                in("Chrome", missing(ONE).symptoms(List.of(symptom(error))).evidence(List.of("page-error: oops")));

        List<Finding> one = merged(cause, in("Firefox", missing(ONE)), alone);

        assertThat(one).hasSize(1);
        assertThat(one.get(0).impact()).isEqualTo(Severity.SEV1);
        assertThat(one.get(0).evidence()).containsExactly("page-error: oops");
    }

    @Test
    void keepAsSeenByBothWhatOneSawWithoutTheCauseOfTheOther() {
        Finding error = thrown("oops").build();

        List<Finding> both =
                merged(in("Chrome", missing(ONE).symptoms(List.of(symptom(error)))), in("Firefox", thrown("oops")));

        assertThat(both).extracting(Finding::browsers).containsExactly(List.of("Chrome"), List.of());
    }

    @Test
    void keepOneOfTwoThatAreTheCausesOfEachOther() {
        Finding error = thrown("oops").build();
        Symptom ofMissing = symptom(missing(ONE).build());

        List<Finding> left = merged(
                in("Chrome", missing(ONE).symptoms(List.of(symptom(error)))),
                in("Chrome", thrown("oops").symptoms(List.of(ofMissing))),
                in("Firefox", missing(ONE)),
                in("Firefox", thrown("oops").symptoms(List.of(ofMissing))));

        assertThat(left).hasSize(1);
    }

    @Test
    void sayWhichBrowserSawWhatFollowsInItAlone() {
        Finding hidden = finding(ONE, "element", "element-missing", ".order")
                .message("it is hidden")
                .build();

        List<Finding> one = merged(
                in("Chrome", thrown("oops")),
                in(
                        "Chrome 390x844",
                        thrown("oops").symptoms(List.of(symptom(hidden))).evidence(List.of("element: it is hidden"))));

        assertThat(one.get(0).evidence()).containsExactly("only in Chrome 390x844: element: it is hidden");
        assertThat(Stream.of(one.get(0).browsers())).containsExactly(List.of());
    }
}
