package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralBuildsTest {
    private static APage page() {
        return APage.withBody("<script src=\"js/app-1f2e3d4c.js\"></script>")
                .answering("js/app-1f2e3d4c.js", AnAnswer.of(404, "text/html", "<h1>Not found</h1>"));
    }

    @Test
    void tellsWhatIsMissingAsOneWithTheBuildsThatAnswerInTurn() {
        List<Finding> findings = page().answeringOnce("js/app-1f2e3d4c.js")
                .answeringOnce("js/app-9a8b7c6d.js")
                .answeringOnce("js/app-1f2e3d4c.js")
                .findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).check()).isEqualTo("page-status");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(findings.get(0).message()).startsWith("2 builds answer in turn at this address");
        assertThat(findings.get(0).actual())
                .isEqualTo("2 of 3 answers name js/app-1f2e3d4c.js; 1 of 3 answers name js/app-9a8b7c6d.js");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains("is missing: 404"));
    }

    @Test
    void needsNoFingerprintToKnowWhatOneBuildAloneNames() {
        List<Finding> findings = APage.withBody("<script src=\"js/shop.js\"></script>")
                .answering("js/shop.js", AnAnswer.of(404, "text/html", "<h1>Not found</h1>"))
                .answeringOnce("js/shop.js")
                .answeringOnce("js/store.js")
                .answeringOnce("js/shop.js")
                .findings();

        assertThat(findings).extracting(Finding::kind).containsExactly("several-builds");
    }

    @Test
    void tellsOneChangeFromTakingTurns() {
        List<Finding> findings = page().answeringOnce("js/app-1f2e3d4c.js")
                .answeringOnce("js/app-9a8b7c6d.js")
                .answeringOnce("js/app-9a8b7c6d.js")
                .findings();

        assertThat(findings.get(0).message()).startsWith("the page changed from one build to another");
    }

    @Test
    void saysNothingWhereAllAnswersNameTheSame() {
        List<Finding> findings = page().answeringOnce("js/app-1f2e3d4c.js")
                .answeringOnce("js/app-1f2e3d4c.js")
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-status");
    }
}
