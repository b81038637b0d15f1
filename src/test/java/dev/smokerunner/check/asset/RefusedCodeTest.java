package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCodeTest {
    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetBlockedCheck()).findings();
    }

    private static APage checked(String policy) {
        return APage.withHtml("<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\""
                + policy + "\"></head></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReferenceError: SharedArrayBuffer is not defined",
                "DataCloneError: Failed to execute 'postMessage' on 'Worker': SharedArrayBuffer transfer requires"
                        + " self.crossOriginIsolated.",
                "Error: this application needs cross-origin isolation"
            })
    void namesTheHeadersThatIsolateAPage(String thrown) {
        assertThat(findings(APage.healthy().throwing(thrown, "/app.js", 1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("not-isolated");
                    assertThat(finding.expected())
                            .contains("Opener-Policy: same-origin", "Embedder-Policy: require-corp");
                });
    }

    @Test
    void isNotTheHeadersWhereBothAreSent() {
        APage isolated = APage.healthy()
                .navigated(ARequest.of(Kind.DOCUMENT, "/")
                        .answered(200, "text/html")
                        .with("Cross-Origin-Opener-Policy", "same-origin")
                        .with("Cross-Origin-Embedder-Policy", "credentialless"))
                .throwing("Error: no cross-origin isolation", "/app.js", 1);

        assertThat(findings(isolated)).isEmpty();
    }

    @Test
    void namesTheDirectiveThatWantsTextChecked() {
        APage page = checked("require-trusted-types-for 'script'")
                .throwing(
                        "TypeError: Failed to set the 'innerHTML' property on 'Element': This document requires"
                                + " 'TrustedHTML' assignment.",
                        "/app.js",
                        1);

        assertThat(findings(page))
                .extracting(Finding::actual)
                .singleElement()
                .asString()
                .contains("require-trusted-types-for in its meta tag");
    }

    @Test
    void namesTheDirectiveThatDoesNotListAPolicy() {
        APage page = checked("trusted-types one; require-trusted-types-for 'script'")
                .throwing(
                        "TypeError: Failed to execute 'createPolicy' on 'TrustedTypePolicyFactory': Policy \"shop\""
                                + " disallowed.",
                        "/app.js",
                        1);

        assertThat(findings(page))
                .extracting(Finding::actual)
                .singleElement()
                .asString()
                .startsWith("trusted-types in");
    }
}
