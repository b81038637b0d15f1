package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;

class UpgradedRequestsTest {
    private static final String UPGRADE =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"upgrade-insecure-requests\">";

    private static APage plain(String head) {
        return APage.withHtml("<!DOCTYPE html><html><head>" + head + "<script src=\"/a.js\"></script></head></html>")
                .at("http://shop.example/");
    }

    private static APage lost(APage page) {
        return page.requested(ARequest.of(Kind.SCRIPT, "https://shop.example/a.js")
                .failing(NetworkFailure.Kind.REFUSED, "net::ERR_CONNECTION_REFUSED"));
    }

    @Test
    void tellsAllThatIsLostByTheDirectiveAtOnce() {
        assertThat(lost(plain(UPGRADE)).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("requests-upgraded");
            assertThat(finding.impact().isAtLeast(Severity.SEV3)).isTrue();
        });
    }

    @Test
    void leavesAPageAloneThatLosesNothing() {
        assertThat(plain(UPGRADE).judgedBy(new AssetBlockedCheck()).findings()).isEmpty();
    }

    @Test
    void blamesNoDirectiveThatIsNotThere() {
        assertThat(lost(plain("")).judgedBy(new AssetBlockedCheck()).findings())
                .extracting(Finding::kind)
                .doesNotContain("requests-upgraded");
    }
}
