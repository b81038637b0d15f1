package dev.smokerunner.check.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.Retained;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RetentionCheckTest {
    private static final SiteObservation NOTHING_ASKED =
            SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));

    @Test
    void passesWhenTheOldAssetsStillAnswer() {
        CheckResult result = judged(true, asset("js/old.js", AnAnswer.of(200, "text/javascript", "1")));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void isSkippedWithoutAReleaseBefore() {
        assertThat(APage.healthy()
                        .on(NOTHING_ASKED)
                        .judgedBy(new RetentionCheck())
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void isSkippedForAPackageThatIsNotLive() {
        assertThat(judged(false).reason()).contains("a package is not live yet");
    }

    @Test
    void findsTheAssetsThatAreGoneOnce() {
        CheckResult result = judged(
                true,
                asset("js/old.js", AnAnswer.of(404, "text/html", "")),
                asset("css/old.css", AnAnswer.of(403, "application/xml", "")),
                asset("js/kept.js", AnAnswer.of(200, "text/javascript", "1")));

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV3);
            assertThat(finding.subject()).isEqualTo("https://shop.example/js/old.js");
            assertThat(finding.message())
                    .isEqualTo(
                            "2 of 3 assets of the release before that the new one does not have are gone: pages that are"
                                    + " open since before still need them");
            assertThat(finding.evidence()).containsExactly("https://shop.example/css/old.css: 403 application/xml");
        });
    }

    @Test
    void findsThatAPageAnswersForAScript() {
        CheckResult result = judged(true, asset("js/old.js", AnAnswer.of(200, "text/html", "<html>")));

        assertThat(result.findings()).extracting(finding -> finding.actual()).containsExactly("200 text/html");
    }

    @Test
    void doesNotMissWhatNoPageNeeds() {
        CheckResult result = judged(true, asset("js/old.js.map", AnAnswer.of(404, "text/html", "")));

        assertThat(result.findings()).isEmpty();
    }

    private static Retained asset(String path, AnAnswer answer) {
        return new Retained(Role.SCRIPT, answer.from(APage.URL.resolve(path)));
    }

    private static CheckResult judged(boolean isLive, Retained... assets) {
        PreviousSighting previous = new PreviousSighting("before", Arrays.asList(assets), isLive, java.util.List.of());
        return APage.healthy()
                .on(NOTHING_ASKED.withPrevious(Captured.seen(previous)))
                .judgedBy(new RetentionCheck());
    }
}
