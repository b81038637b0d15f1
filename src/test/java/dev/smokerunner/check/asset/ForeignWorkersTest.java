package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignWorkersTest {
    private static final String URL = "https://cdn.shop.example/w.js";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetBlockedCheck()).findings();
    }

    @Test
    void failsForAWorkerOfAnotherOriginWithOrWithoutABrowser() {
        APage page = APage.healthy().needing(Role.WORKER, URL, Need.SAME_ORIGIN);

        Finding finding = findings(page).get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.message()).contains(URL + " is of another origin than the page");
        assertThat(finding.actual()).isEqualTo("https://cdn.shop.example");
        assertThat(findings(page.withoutBrowser("switched off", Fault.NOT_ASKED)))
                .hasSize(1);
    }

    @Test
    void passesTheOwnOriginAndWhatNeedNotBeOfIt() {
        assertThat(findings(APage.healthy()
                        .needing(Role.WORKER, "w.js", Need.SAME_ORIGIN)
                        .needing(Role.WORKER, URL)))
                .isEmpty();
    }

    @Test
    void tellsTheErrorOfAWorkerThatDidNotStartAsOneWithIt() {
        List<Finding> findings = APage.healthy()
                .needing(Role.WORKER, URL, Need.SAME_ORIGIN)
                .throwing(
                        "Uncaught SecurityError: Failed to construct 'Worker': Script at '" + URL
                                + "' cannot be accessed from origin 'https://shop.example'.",
                        "js/app.js",
                        3)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-blocked");
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }
}
