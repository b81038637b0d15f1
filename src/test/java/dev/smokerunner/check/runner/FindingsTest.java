package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final URI ONE = URI.create("https://shop.example/1");
    private static final URI TWO = URI.create("https://shop.example/2");

    private static FindingBuilder finding(URI page, String check, Severity impact, String subject) {
        return Finding.on(page, check, impact, subject)
                .fingerprint(check + ":" + subject)
                .afterCauses(!impact.isAtLeast(Severity.SEV2) || check.startsWith("page-"))
                .message("m");
    }

    @Test
    void sayTheSameOnSeveralPagesOnce() {
        Finding first = finding(ONE, "asset-status", Severity.SEV3, "a.js")
                .evidence(List.of("x"))
                .build();
        Finding second = finding(TWO, "asset-status", Severity.SEV2, "a.js")
                .evidence(List.of("x", "y"))
                .attempts(2)
                .build();

        List<Finding> merged = Findings.merged(List.of(first, second));

        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).pages()).containsExactly(ONE, TWO);
        assertThat(merged.get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(merged.get(0).evidence()).containsExactly("x", "y");
        assertThat(merged.get(0).attempts()).isEqualTo(2);
    }

    @Test
    void keepApartWhatDiffers() {
        Finding first = finding(ONE, "asset-status", Severity.SEV2, "a.js").build();
        Finding otherSubject =
                finding(TWO, "asset-status", Severity.SEV2, "b.js").build();
        Finding otherCheck = finding(TWO, "asset-type", Severity.SEV2, "a.js").build();

        assertThat(Findings.merged(List.of(first, otherSubject, otherCheck))).hasSize(3);
    }

    @Test
    void nameCausesFirstAndThenTheWorst() {
        List<Finding> shuffled = List.of(
                finding(ONE, "third-party", Severity.SEV4, "ads").build(),
                finding(ONE, "page-error", Severity.SEV2, "b.js").build(),
                finding(ONE, "page-blank", Severity.SEV1, "/").build(),
                finding(ONE, "asset-status", Severity.SEV3, "a.png").build(),
                finding(ONE, "asset-status", Severity.SEV2, "z.js").build(),
                finding(ONE, "script-tag", Severity.SEV2, "<script").build());

        assertThat(Findings.merged(shuffled))
                .extracting(Finding::subject)
                .containsExactly("<script", "z.js", "/", "b.js", "a.png", "ads");
    }

    @Test
    void sayTheTroubleOfManyFilesOnceForAllPages() {
        String message = "all files below https://shop.example/static/ are missing: 404";
        Finding first = Finding.on(ONE, "asset-status", Severity.SEV2, "a.js")
                .fingerprint("asset-missing:static")
                .message(message)
                .build();
        Finding second = Finding.on(TWO, "asset-status", Severity.SEV2, "b.js")
                .fingerprint("asset-missing:static")
                .message(message)
                .build();

        assertThat(Findings.merged(List.of(first, second)))
                .singleElement()
                .extracting(Finding::pages)
                .isEqualTo(List.of(ONE, TWO));
    }

    private static Finding tag(URI page, int line, String tag, Severity impact) {
        return finding(page, "script-tag", impact, tag)
                .message("the tag in line " + line + " is not filled in")
                .fault("a placeholder")
                .build();
    }

    @Test
    void nameAMangledTagOnceHoweverManyPagesHaveIt() {
        List<Finding> merged = Findings.merged(List.of(
                tag(ONE, 7, "<script src=\"{{A}}/a.js\">", Severity.SEV2),
                tag(TWO, 9, "<script src=\"{{A}}/a.js\">", Severity.SEV2)));

        assertThat(merged).singleElement().extracting(Finding::pages).isEqualTo(List.of(ONE, TWO));
        assertThat(merged.get(0).message()).isEqualTo("the tag in line 7 is not filled in");
    }

    @Test
    void joinTagsWithTheSameFaultAndNameTheScriptFirst() {
        List<Finding> merged = Findings.merged(List.of(
                tag(ONE, 3, "<link href=\"{{A}}/a.css\">", Severity.SEV2),
                tag(ONE, 4, "<script src=\"{{A}}/old.js\">", Severity.SEV4),
                tag(ONE, 5, "<script src=\"{{A}}/a.js\">", Severity.SEV2),
                tag(TWO, 8, "<script src=\"{{A}}/b.js\">", Severity.SEV2)));

        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).subject()).contains("a.js");
        assertThat(merged.get(0).message())
                .isEqualTo("the tag in line 5 is not filled in; 3 other tags have the same fault");
        assertThat(merged.get(0).pages()).containsExactly(ONE, TWO);
        assertThat(merged.get(0).evidence())
                .containsExactly(
                        "also <script src=\"{{A}}/b.js\">",
                        "also <link href=\"{{A}}/a.css\">",
                        "also <script src=\"{{A}}/old.js\">");
    }

    @Test
    void joinTwoTagsWithTheSameFault() {
        List<Finding> merged = Findings.merged(List.of(
                tag(ONE, 4, "<script src=\"{{A}}/a.js\">", Severity.SEV2),
                tag(ONE, 5, "<script src=\"{{A}}/b.js\">", Severity.SEV2)));

        assertThat(merged).singleElement().satisfies(one -> {
            assertThat(one.message()).isEqualTo("the tag in line 4 is not filled in; another tag has the same fault");
            assertThat(one.evidence()).containsExactly("also <script src=\"{{A}}/b.js\">");
        });
    }

    @Test
    void sumUpAsFailedWhatAnotherCheckTells() {
        CheckResult told = CheckResult.toldElsewhere("element", 2, "what it found follows from asset-status: a.js");

        List<CheckResult> sums = Findings.summed(
                List.of(List.of(told), List.of(CheckResult.judged("element", 1, List.of()))), List.of());

        assertThat(sums).singleElement().satisfies(sum -> {
            assertThat(sum.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(sum.subjects()).isEqualTo(3);
            assertThat(sum.reason()).isEqualTo(told.reason());
        });
    }

    @Test
    void sumUpEachCheckOverAllPages() {
        Finding found = finding(TWO, "asset-status", Severity.SEV2, "a.js").build();
        List<List<CheckResult>> pages = List.of(
                List.of(
                        CheckResult.judged("asset-status", 3, List.of()),
                        CheckResult.skipped("element", "not asked for"),
                        CheckResult.judged("page-error", 1, List.of())),
                List.of(
                        CheckResult.judged("asset-status", 4, List.of(found)),
                        CheckResult.skipped("element", "not asked for"),
                        CheckResult.errored("page-error", "no browser")));

        List<CheckResult> sums = Findings.summed(pages, List.of(found));

        assertThat(sums)
                .extracting(CheckResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.SKIPPED, Outcome.ERRORED);
        assertThat(sums.get(0).subjects()).isEqualTo(7);
    }
}
