package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;

class BlockedInlineTest {
    @Test
    void failsWhereAScriptPutsInAllOfTheStyle() {
        APage page = APage.healthy()
                .saying(
                        Source.SECURITY,
                        "Applying inline style violates the following Content Security Policy directive 'style-src 'self''."
                                + " Either",
                        "js/other.js",
                        1);

        assertThat(page.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV3);
            assertThat(finding.message()).contains("the page has no other");
        });
    }

    @Test
    void knowsTheHashOfCodeWithTheLineEndsOfWindows() {
        String code = "\r\n  start();\r\n";
        String read = Digest.SHA256.of(code.replace("\r\n", "\n"));
        APage page = APage.withBody("<script>" + code + "</script>")
                .saying(
                        Source.SECURITY,
                        "Executing inline script violates the following Content Security Policy directive 'script-src '"
                                + Digest.SHA256.of(code) + "''. Either the 'unsafe-inline' keyword, a hash ('" + read
                                + "'), or a nonce ('nonce-...') is required to enable inline execution.",
                        "/",
                        3);

        assertThat(page.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
            assertThat(finding.subject()).isEqualTo("index.html:3");
            assertThat(finding.hint().orElseThrow()).contains("line ends of Windows", read);
        });
    }
}
