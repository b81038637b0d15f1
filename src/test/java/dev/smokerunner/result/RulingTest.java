package dev.smokerunner.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulingTest {
    private static final CheckResult FINE = CheckResult.judged("page-status", 1, List.of());
    private static final CheckResult CRASHED = CheckResult.errored("page-error", "no browser was found");

    private static Finding finding(Severity impact) {
        return Finding.on(URI.create("https://shop.example/"), "asset-status", impact, "a.js")
                .build();
    }

    private static Ruling rule(List<Finding> findings, List<CheckResult> results) {
        return Ruling.of(findings, results, Severity.SEV3, Audience.CUSTOMERS);
    }

    @Test
    void passesWhatWasJudgedAndFoundGood() {
        assertThat(rule(List.of(), List.of(FINE)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void failsAtTheGate() {
        Ruling ruling = rule(List.of(finding(Severity.SEV4), finding(Severity.SEV3)), List.of(FINE));

        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling.severity()).contains(Severity.SEV3);
    }

    @Test
    void passesBelowTheGate() {
        assertThat(rule(List.of(finding(Severity.SEV4)), List.of(FINE)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void failsByImpactAndAlertsBySeverity() {
        Ruling ruling = Ruling.of(List.of(finding(Severity.SEV2)), List.of(FINE), Severity.SEV3, Audience.INTERNAL);

        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling.severity()).contains(Severity.SEV4);
    }

    @Test
    void neverPassesWhatCouldNotBeJudged() {
        Ruling ruling = rule(List.of(finding(Severity.SEV4)), List.of(FINE, CRASHED, CRASHED));

        assertThat(ruling.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ruling.reason()).contains("page-error and 1 more could not be judged: no browser was found");
    }

    @Test
    void failsWhatWasFoundWhateverCouldNotBeJudged() {
        assertThat(rule(List.of(finding(Severity.SEV1)), List.of(CRASHED)).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void neverPassesWithoutAPage() {
        assertThat(rule(List.of(), List.of()).reason()).contains("no page was checked");
    }

    @Test
    void neverPassesWhereNothingWasSeen() {
        Ruling ruling = rule(List.of(), List.of(CheckResult.skipped("element", "not asked for")));

        assertThat(ruling.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
