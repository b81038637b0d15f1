package dev.smokerunner.check.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTroubleTest {
    private static final AnAnswer MISSING = AnAnswer.of(404, "text/html", "<h1>Not found</h1>");

    private static APage page(String... scripts) {
        StringBuilder tags = new StringBuilder();
        for (String script : scripts) {
            tags.append("<script src=\"").append(script).append("\"></script>\n");
        }
        return APage.withBody(tags.toString());
    }

    @Test
    void tellsAWholeFolderThatIsMissingAsOneFindingAboutItsFirstScript() {
        List<Finding> findings = APage.withBody(
                        "<link rel=\"stylesheet\" href=\"static/css/a.css\">",
                        "<script src=\"static/js/a.js\"></script>",
                        "<script src=\"static/js/b.js\"></script>",
                        "<link rel=stylesheet href=ok.css>")
                .answering("static/css/a.css", MISSING)
                .answering("static/js/a.js", MISSING)
                .answering("static/js/b.js", MISSING)
                .answering("ok.css", AnAnswer.of(200, "text/css", "p{}"))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("https://shop.example/static/js/a.js");
            assertThat(finding.message()).isEqualTo("all files below https://shop.example/static/ are missing: 404");
            assertThat(finding.actual()).startsWith("3 files, the first: 404");
            assertThat(finding.evidence())
                    .contains("also https://shop.example/static/css/a.css", "also https://shop.example/static/js/b.js");
            assertThat(finding.where()).isPresent();
            assertThat(finding.hint().orElseThrow()).contains("publicPath");
        });
    }

    @Test
    void leavesThreeOfAFolderAloneWhereOthersOfItAreServed() {
        List<Finding> findings = page("js/a.js", "js/b.js", "js/c.js", "js/ok.js")
                .answering("js/a.js", MISSING)
                .answering("js/b.js", MISSING)
                .answering("js/c.js", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings).hasSize(3);
    }

    @Test
    void tellsOneTroubleInOneFindingWhereItWouldTakeMoreThanThree() {
        List<Finding> findings = page("js/a.js", "js/b.js", "js/ok.js", "css/a.js", "css/b.js", "css/ok.js")
                .answering("js/a.js", MISSING)
                .answering("js/b.js", MISSING)
                .answering("css/a.js", MISSING)
                .answering("css/b.js", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .answering("css/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("several files below https://shop.example/ are missing: 404");
    }

    @Test
    void tellsManyOfAFolderAsOneThoughOthersOfItAreServed() {
        List<Finding> findings = page("js/a.js", "js/b.js", "js/c.js", "js/d.js", "js/ok.js")
                .answering("js/a.js", MISSING)
                .answering("js/b.js", MISSING)
                .answering("js/c.js", MISSING)
                .answering("js/d.js", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("several files below https://shop.example/js/ are missing: 404");
    }

    @Test
    void tellsTheTypeThatAServerGivesToAnExtensionOnce() {
        AnAnswer untyped = AnAnswer.of(200, "application/octet-stream", "run();");
        List<Finding> findings = APage.withBody(
                        "<link rel=\"stylesheet\" href=\"ok.css\">",
                        "<script type=\"module\" src=\"a.js\"></script>",
                        "<script type=\"module\" src=\"js/b.js\"></script>")
                .answering("a.js", untyped)
                .answering("js/b.js", untyped)
                .answering("ok.css", AnAnswer.of(200, "text/css", "p{}"))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("asset-type");
            assertThat(finding.message()).contains(".js");
        });
    }

    @Test
    void tellsAWrongTypeOfItsFileWhereTheExtensionIsServedWell() {
        AnAnswer untyped = AnAnswer.of(200, "application/octet-stream", "run();");
        List<Finding> findings = APage.withBody(
                        "<script type=\"module\" src=\"a.js\"></script>",
                        "<script type=\"module\" src=\"js/b.js\"></script>",
                        "<script type=\"module\" src=\"ok.js\"></script>")
                .answering("a.js", untyped)
                .answering("js/b.js", untyped)
                .answering("ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("https://shop.example/a.js", "https://shop.example/js/b.js");
    }

    @Test
    void keepsApartWhatFailsInAnotherWay() {
        List<Finding> findings = page("js/a.js", "js/b.js", "js/c.js")
                .answering("js/a.js", MISSING)
                .answering("js/b.js", MISSING)
                .answering("js/c.js", AnAnswer.of(500, "text/html", ""))
                .findings();

        assertThat(findings).hasSize(3);
    }

    @Test
    void keepsApartWhatTheConfigGivesAnotherImpact() {
        List<Finding> findings = page("a/a.js", "a/b.js", "a/c.js", "a/promo.js")
                .answering("a/a.js", MISSING)
                .answering("a/b.js", MISSING)
                .answering("a/c.js", MISSING)
                .answering("a/promo.js", MISSING)
                .findings(Expecting.impact("asset-status", "*/promo.js", Severity.SEV4));

        assertThat(findings).extracting(Finding::impact).contains(Severity.SEV4);
        assertThat(findings.get(findings.size() - 1).subject()).endsWith("promo.js");
    }

    @Test
    void explainsWithAnyOfItsFiles() {
        List<Finding> findings = page("s/a.js", "s/b.js", "s/vendor.js")
                .answering("s/a.js", MISSING)
                .answering("s/b.js", MISSING)
                .answering("s/vendor.js", MISSING)
                .saying(
                        dev.smokerunner.observation.BrowserMessage.Source.CONSOLE,
                        "no https://shop.example/s/vendor.js",
                        "",
                        0)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.evidence())
                .contains("explains: 1 console error"));
    }

    @Test
    void tellsCallsThatAllFailAsOne() {
        List<Finding> findings = APage.healthy()
                .requested(ARequest.of(Kind.CALL, "/api/a").answered(500, "text/plain"))
                .requested(ARequest.of(Kind.CALL, "/api/b").answered(500, "text/plain"))
                .requested(ARequest.of(Kind.CALL, "/api/c").answered(500, "text/plain"))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("all calls below https://shop.example/api/ fail: 500");
    }

    @Test
    void tellsFilesOfATypeThatTheServerRefusesAsOne() {
        List<Finding> findings = APage.withBody(
                        "<script type=module src=js/a.mjs></script>",
                        "<script type=module src=lib/b.mjs></script>",
                        "<script src=js/ok.js></script>")
                .answering("js/a.mjs", MISSING)
                .answering("lib/b.mjs", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("all 2 .mjs files that were asked for are missing: 404");
            assertThat(finding.hint().orElseThrow()).contains("MIME type");
        });
    }

    @Test
    void tellsFilesWithAPlusAsOneWhereNoneIsServed() {
        List<Finding> findings = page("js/a+b.js", "lib/c+d.js", "js/ok.js")
                .answering("js/a+b.js", MISSING)
                .answering("lib/c+d.js", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("all 2 files with a plus sign in the name that were asked for are missing: 404");
    }

    @ParameterizedTest
    @CsvSource({
        "a%2520b.js, c%2520d.js, percent sign",
        "a+b.js, c+d.js, plus sign",
        "a%20b.js, c%20d.js, blank",
        "caf%C3%A9.js, fl%C3%BBte.js, ASCII",
        "Menu.js, Search.js, upper case"
    })
    void namesTheSignThatTheMissingNamesShare(String one, String other, String sign) {
        List<Finding> findings = page("js/" + one, "lib/" + other, "js/ok.js", "lib/ok.js")
                .answering("js/" + one, MISSING)
                .answering("lib/" + other, MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .answering("lib/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains(sign));
    }

    @Test
    void blamesNoSignThatAServedNameHasToo() {
        List<Finding> findings = page("js/a+b.js", "lib/c+d.js", "js/e+f.js")
                .answering("js/a+b.js", MISSING)
                .answering("lib/c+d.js", MISSING)
                .answering("js/e+f.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings).hasSize(2);
    }

    @Test
    void saysOfAFolderThatBeginsWithAnUnderscoreWhoLeavesItOut() {
        List<Finding> findings = page("_lib/a.js", "_lib/b.js", "_lib/c.js", "js/ok.js")
                .answering("_lib/a.js", MISSING)
                .answering("_lib/b.js", MISSING)
                .answering("_lib/c.js", MISSING)
                .answering("js/ok.js", AnAnswer.of(200, "text/javascript", "run();"))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("all files below https://shop.example/_lib/ are missing: 404");
            assertThat(finding.hint().orElseThrow()).contains("publicPath").contains(".nojekyll");
        });
    }
}
