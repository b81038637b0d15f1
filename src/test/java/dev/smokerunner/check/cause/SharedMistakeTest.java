package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two troubles that come of one mistake: a checkout, the addresses of a sheet, a base. */
class SharedMistakeTest {
    private static final AnAnswer MISSING = AnAnswer.of(404, "text/html", "<h1>Not found</h1>");

    @Test
    void tellsThePointersOfACheckoutWithoutLfsOnce() {
        AnAnswer pointer = AnAnswer.of(
                200, "image/png", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 4031\n");
        List<Finding> findings = APage.withBody("<img src=\"a/one.png\" alt=\"\">", "<img src=\"b/two.png\" alt=\"\">")
                .answering("a/one.png", pointer)
                .answering("b/two.png", pointer)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.kind())
                .isEqualTo("body-lfs-pointer"));
    }

    @Test
    void tellsASheetOfWhoseAddressesNoneIsRightOnce() {
        List<Finding> findings = APage.withBody("<link rel=\"stylesheet\" href=\"css/a.css\">")
                .answering("css/a.css", AnAnswer.of(200, "text/css", "p{}"))
                .naming(Role.FONT, "css/fonts/a.woff")
                .naming(Role.IMAGE, "css/img/a.png")
                .answering("css/fonts/a.woff", MISSING)
                .answering("css/img/a.png", MISSING)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.evidence())
                .anyMatch(line -> line.contains("css/img/a.png")));
    }

    @Test
    void tellsOnceThatAWrongBaseLeadsAllAstray() {
        List<Finding> findings = APage.withHtml(
                        "<!DOCTYPE html><html lang=\"en\"><head><base href=\"/\"><title>Lamps</title>"
                                + "<link rel=\"stylesheet\" href=\"a.css\"></head><body><script src=\"js/a.js\"></script></body></html>")
                .answering("a.css", MISSING)
                .answering("js/a.js", MISSING)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.subject())
                .endsWith("js/a.js"));
    }

    @Test
    void leavesApartWhatIsMissingWithoutABase() {
        List<Finding> findings = APage.withBody(
                        "<link rel=\"stylesheet\" href=\"a.css\"><script src=\"js/a.js\"></script>")
                .answering("a.css", MISSING)
                .answering("js/a.js", MISSING)
                .findings();

        assertThat(findings).hasSize(2);
    }
}
