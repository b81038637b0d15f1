package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;

class RefusedBaseTest {
    private static APage page() {
        return APage.withHtml("<!DOCTYPE html><html><head>"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"base-uri 'none'\">"
                        + "<base href=\"/shop/\"></head></html>")
                .answering("https://shop.example/shop/app.js", AnAnswer.of(200, "text/javascript", "run();"))
                .saying(
                        Source.SECURITY,
                        "Setting the document's base URI to 'https://shop.example/shop/' violates the following Content"
                                + " Security Policy directive: \"base-uri 'none'\". The action has been blocked.",
                        "/",
                        3);
    }

    @Test
    void tellsWhatBrowsersLookForElsewhere() {
        APage page = page().naming(Role.SCRIPT, "/app.js", Reference.Origin.BROWSER)
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://shop.example/app.js").answered(404, "text/html"));

        assertThat(page.findings()).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("blocked-base");
            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        });
    }

    @Test
    void isLeftAloneWhereTheConfigAllowsTheError() {
        assertThat(page().judgedBy(new AssetBlockedCheck(), Expecting.allowing("base URI"))
                        .findings())
                .isEmpty();
    }

    @Test
    void isANoteWhereAllIsFound() {
        assertThat(page().judgedBy(new AssetBlockedCheck()).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.impact()).isEqualTo(Severity.SEV4));
    }
}
