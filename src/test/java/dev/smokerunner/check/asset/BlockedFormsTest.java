package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedFormsTest {
    private static List<Finding> findings(String policy, String body) {
        APage page = APage.withHtml(
                "<!DOCTYPE html>", "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">", body);
        return page.judgedBy(new AssetBlockedCheck()).findings();
    }

    @Test
    void namesTheDirectiveTheTargetAndTheForm() {
        Finding finding = findings("form-action 'self'", "<form action=\"https://pay.example/send\"></form>")
                .get(0);

        assertThat(finding.kind()).isEqualTo("blocked-form");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.subject()).isEqualTo("https://pay.example/send");
        assertThat(finding.message())
                .contains("form-action in its meta tag")
                .endsWith("no room for https://pay.example");
        assertThat(finding.where().orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void tellsAButtonThatSendsElsewhere() {
        assertThat(findings(
                        "form-action 'self'",
                        "<form action=\"/a\"><button formaction=\"https://b.example/\">B</button></form>"))
                .extracting(Finding::subject)
                .containsExactly("https://b.example/");
    }

    @Test
    void isANoteWhereCodeSendsItself() {
        assertThat(
                        findings(
                                "form-action 'none'",
                                "<form action=\"/a\"></form><script>f.onsubmit = e => { e.preventDefault(); fetch('/a'); }</script>"))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=\"/send\"></form>",
                "<form></form>",
                "<form method=\"dialog\" action=\"https://pay.example/\"></form>",
                "<template><form action=\"https://pay.example/\"></form></template>",
                "<form action=\"javascript:void(0)\"></form>",
            })
    void leavesAllOthersAlone(String form) {
        assertThat(findings("form-action 'self'", form)).isEmpty();
    }

    @Test
    void doesNotFallBackToOtherDirectives() {
        assertThat(findings("default-src 'none'", "<form action=\"https://pay.example/\"></form>"))
                .isEmpty();
    }

    @Test
    void leavesAFormWithoutAnAddressToTheCodeOfThePage() {
        assertThat(findings("form-action 'none'", "<form></form><script>run();</script>"))
                .isEmpty();
        assertThat(findings("form-action 'none'", "<form></form>")).hasSize(1);
    }
}
