package dev.smokerunner.init;

import static dev.smokerunner.init.AVisited.leftOut;
import static dev.smokerunner.init.AVisited.outline;
import static dev.smokerunner.init.AVisited.part;
import static dev.smokerunner.init.AVisited.required;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run with a draft says about the draft. */
class TrialTest {
    private final ConfigDraft draft =
            AVisited.draft(APage.healthy().outlined(outline(part("main", "", ""), part("h1", "", "Shop"))));

    private static SmokeResult found(Finding... findings) {
        return new SmokeResult(
                new SmokeResult.Subject(
                        "shop", Optional.empty(), Optional.empty(), "production", Audience.CUSTOMERS, "x"),
                Instant.EPOCH,
                Duration.ofSeconds(1),
                "1",
                Verdict.PASS,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(findings),
                List.of(),
                List.of(),
                Severity.SEV3);
    }

    private static Finding finding(String check, Severity impact, String subject) {
        return Finding.on(APage.URL, check, impact, subject).message("x").build();
    }

    @Test
    void aDraftThatHoldsStays() {
        assertThat(Trial.without(draft, found())).isEqualTo(draft);
    }

    @Test
    void whatDoesNotHoldIsLeftOut() {
        ConfigDraft better = Trial.without(draft, found(finding("element", Severity.SEV2, "main")));

        assertThat(required(better)).containsExactly("h1");
        assertThat(leftOut(better)).contains("main");
    }

    @Test
    void aNoteIsNoReason() {
        assertThat(Trial.without(draft, found(finding("element", Severity.SEV4, "main"))))
                .isEqualTo(draft);
    }

    @Test
    void aPageThatKeepsSearchEnginesOutIsForThoseInside() {
        ConfigDraft better = Trial.without(draft, found(finding("search-engines", Severity.SEV4, "x")));

        assertThat(better.environment().audience()).isEqualTo(Audience.INTERNAL);
        assertThat(better.environment().name()).isEqualTo("staging");
    }
}
