package dev.smokerunner.check.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTagCheckTest {
    private static final String[] INCIDENT = {
        "<!DOCTYPE html>",
        "<html><head><title>Your details</title></head>",
        "<body>",
        "<div id=\"app\">Loading, please wait...</div>",
        "<script data-main=\"js/app/MainApp-b2bab16f",
        "</body>",
        "</html>",
        ""
    };

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new ScriptTagCheck()).findings();
    }

    private static Finding only(APage page) {
        assertThat(findings(page)).hasSize(1);
        return findings(page).get(0);
    }

    @Nested
    class TheIncident {
        private final Finding finding = only(APage.withHtml(INCIDENT));

        @Test
        void isOneFindingThatQuotesTheTagAndSaysWhyTheBrowserDropsIt() {
            assertThat(finding.message())
                    .isEqualTo("the tag in line 5 of index.html is never finished: the"
                            + " quote opened at data-main=\" is never closed, so the browser reads to the end of the"
                            + " file and drops the tag; the page loads no script at all");
        }

        @Test
        void tellsWhereTheTagStands() {
            assertThat(finding.where()).hasToString("Optional[index.html:5:1]");
        }

        @Test
        void hasImpact2() {
            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        }

        @Test
        void canBeReproducedWithCurl() {
            assertThat(finding.reproduce()).contains("curl -sS 'https://shop.example/' | sed -n '5,7p'");
        }

        @Test
        void pointsAtTheBuild() {
            assertThat(finding.hint().orElseThrow()).contains("build step").contains("compare it with the source");
        }

        @Test
        void isFoundUnderTheFileOfAnyPath() {
            Finding deeper = only(APage.withHtml(INCIDENT).at("https://shop.example/signup/"));

            assertThat(deeper.where().orElseThrow().file()).isEqualTo("signup/index.html");
        }

        @Test
        void explainsTheScriptsThatTheConfigNames() {
            CheckResult result =
                    APage.withHtml(INCIDENT).judgedBy(new ScriptTagCheck(), Expecting.scripts("js/vendor/require.js"));

            assertThat(result.findings()).hasSize(1);
            assertThat(result.findings().get(0).evidence())
                    .contains("the config names js/vendor/require.js, which no script tag loads");
        }

        @Test
        void isNoFindingWhereOnlyTheFirstPartOfTheDocumentWasRead() {
            assertThat(findings(APage.withHtml(INCIDENT).cut())).isEmpty();
        }

        @Test
        void saysThatOtherScriptsRunWhereThereAreSome() {
            Finding withOthers = only(APage.withHtml("<script src=\"a.js\"></script>", "<script src=\"b.js"));

            assertThat(withOthers.message()).doesNotContain("no script at all");
            assertThat(withOthers.actual()).isEqualTo("1 other scripts");
        }
    }

    @Nested
    class Placeholders {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "js/app-<%= hash %>.js",
                    "js/app-${hash}.js",
                    "{{ static_url }}/app.js",
                    "js/undefined",
                    "undefined/app.js",
                    "js/app.undefined.js",
                    "js/app-undefined.js",
                    "js/[object Object]",
                    "__CDN_URL__/app.js",
                    "js/app-@@hash.js",
                    "%PUBLIC_URL%/app.js",
                    "/null/app.js",
                    "/NaN/app.js",
                    "app.js?v=null"
                })
        void thatWereNeverFilledInAreFindings(String address) {
            Finding finding = only(APage.withBody("<script src=\"" + address + "\"></script>"));

            assertThat(finding.message()).contains("placeholder");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "js/is-undefined.js",
                    "js/isUndefined.js",
                    "js/null-object.js",
                    "js/na%C3%AFve%20caf%C3%A9.js",
                    "js/__init__.js",
                    "js/@scope/app.js",
                    "js/app.js?a=$1&b={x}",
                    "data:text/javascript,1"
                })
        void thatOnlyLookAlikeAreNone(String address) {
            assertThat(findings(APage.withBody("<script src=\"" + address + "\"></script>")))
                    .isEmpty();
        }

        @Test
        void inTextAndTemplatesBelongToThePage() {
            assertThat(findings(APage.withBody(
                            "<p>{{ user.name }} ${price}</p>",
                            "<script type=\"text/x-template\"><a href=\"{{ url }}\">x</a></script>",
                            "<a href=\"{{ url }}\">x</a>")))
                    .isEmpty();
        }
    }

    @Nested
    class Healthy {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script data-main=\"js/app/MainApp-1f\" src=\"js/require.js\"></script>",
                    "<script type=\"text/template\"><div><%= name %></div></script>",
                    "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
                    "<script type=\"importmap\">{\"imports\": {}}</script>",
                    "<!-- <script src=\"js/old.js\"></script> -->",
                    "<!--[if lt IE 9]><script src=\"js/html5shiv.js\"></script><![endif]-->",
                    "<!--[if !IE]><!--><script src=\"js/new.js\"></script><!--<![endif]-->",
                    "<script>document.write(\"<script src=\\\"x.js\\\"><\\/script>\");</script>",
                    "<script><!--\nvar old = 1;\n//--></script>",
                    "<textarea><script src=\"\"></script></textarea>",
                    "<noscript><script src=\"\"></script></noscript>",
                    "<template><script src=\"{{ x }}\"></script></template>",
                    "<iframe srcdoc=\"<script src=x.js></script>\"></iframe>",
                    "<div data-template=\"<script src='x.js'></script>\"></div>",
                    "<pre>&lt;script src=&quot;js/app.js&quot;&gt;&lt;/script&gt;</pre>",
                    "<script></script>",
                    "<script id=\"state\" data-state='{\"a\": 1}'></script>",
                    "<script src=\"a.js\"\"></script>",
                    "<script src=\"a.js\" />\n</script>",
                    "<script src=a.js async></script>",
                    "<script src=\"a.js\" onerror=\"if (a < b) { load('src=') }\"></script>",
                    "<script src=\"a.js\" data-options='{\"html\": \"<p class=x>\"}'></script>",
                    "<script src=\"a.js\" type=\"text/plain\" data-cookieconsent=\"marketing\"></script>",
                    "<script src=\"a.js\" type=\"module\"></script><script nomodule src=\"b.js\"></script>",
                    "<link rel=\"preload\" as=\"script\" href=\"a.js\"><script src=\"a.js\"></script>",
                    "<script src=\"a.js\"></script><script type=\"module\" src=\"a.js\"></script>",
                    "<script src=\"https://cdn.example.net/w.js\"></script><script src=\"https://cdn.example.net/w.js\"></script>",
                    "<link rel=\"icon\" href=\"\">",
                    "<link rel=\"stylesheet\" data-href=\"late.css\">",
                    "<link rel=\"stylesheet\" href=\"a.css\" media=\"print\" onload=\"this.media='all'\">",
                    "<p>a < b and c > d</p>",
                    "<p class='x'>unbalanced <b>tags</p>",
                    "<a title=\"a &quot;quoted&quot; text\" href=\"x\">y</a>",
                    "<!-- never closed, and nothing is lost"
                })
        void markupIsNoFinding(String markup) {
            assertThat(findings(APage.withBody(markup))).isEmpty();
        }
    }

    @Test
    void aScriptThatIsNamedTwiceRunsTwice() {
        Finding finding =
                only(APage.withBody("<script src=\"js/app.js\"></script>", "<script src=\"/js/app.js\"></script>"));

        assertThat(finding.message()).contains("line 4").contains("names the same script as line 3: it runs twice");
    }

    @ParameterizedTest
    @CsvSource({"document.createElement('div'), true", "document.createElement('script'), false"})
    void aScriptThatIsOnlyAnnouncedIsFoundWhereNoCodeCanLoadIt(String code, boolean isFound) {
        List<Finding> findings = findings(
                APage.withBody("<link rel=\"modulepreload\" href=\"a.js\">", "<script>var e = " + code + ";</script>"));

        assertThat(findings).hasSize(isFound ? 1 : 0);
    }

    @Test
    void withoutHtmlNothingIsSaid() {
        CheckResult result =
                APage.healthy().withoutHtml("no HTML came", Fault.TOOL).judgedBy(new ScriptTagCheck());

        assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
    }

    @Test
    void aPageOfNothingButOpenTagsIsJudgedInTime() {
        String hostile = "<div a=\"".repeat(100_000) + "&lt;script src=".repeat(100_000) + "<!--".repeat(100_000);

        assertThat(findings(APage.withHtml(hostile))).hasSizeLessThan(3);
    }

    @Test
    @Timeout(20)
    void aPageOfNothingButOpenContentIsJudgedInTime() {
        for (String part : new String[] {"<canvas>", "<video><a ", "<select><!-- -->", "<canvas><p <b "}) {
            assertThat(findings(APage.withHtml(part.repeat(50_000)))).hasSizeLessThan(50);
        }
    }
}
