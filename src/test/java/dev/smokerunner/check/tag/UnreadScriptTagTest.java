package dev.smokerunner.check.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Script tags that the browser never reads as tags: something before them swallows them. */
class UnreadScriptTagTest {
    private static List<Finding> findings(APage page) {
        return page.judgedBy(new ScriptTagCheck()).findings();
    }

    private static Finding only(APage page) {
        assertThat(findings(page)).hasSize(1);
        return findings(page).get(0);
    }

    @Nested
    class Swallowed {
        @Test
        void aQuoteThatClosesOnlyInTheNextAttributeLosesTheSource() {
            Finding finding = only(APage.withBody(
                    "<script", "  data-main=\"js/app/MainApp-1f", "  src=\"js/vendor/require.js\"></script><p>x</p>"));

            assertThat(finding.message())
                    .contains("the quote opened at data-main=\" is closed only by the next one, in line 5");
            assertThat(finding.message()).contains("the tag has no src").contains("no script at all");
        }

        @Test
        void aQuoteThatClosesInTheBodyTakesThePageForTheCode() {
            Finding finding = only(APage.withHtml(
                    "<!DOCTYPE html><html><head>",
                    "<script data-main=\"js/app/MainApp-1f",
                    "</head><body>",
                    "<div class=\"bar\"><b>Shop</b></div>",
                    "<footer id=\"f\">x</footer></body></html>"));

            assertThat(finding.message()).contains("line 2").contains("swallows what follows it");
        }

        @Test
        void aSourceWhoseNeighbourRunsIntoAnInlineScriptIsLost() {
            Finding finding = only(APage.withBody(
                    "<script src=\"js/require.js\" data-main=\"js/app/MainApp-1f",
                    "<script>var tracker = \"on\";</script>"));

            assertThat(finding.message()).contains("swallows what follows it");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("<script>"));
        }

        @Test
        void aCommentThatNeverEndsTakesTheScriptsWithIt() {
            Finding finding = only(APage.withBody("<!-- MainApp-1f", "<script src=\"js/require.js\"></script>"));

            assertThat(finding.message())
                    .contains("is a comment that never ends")
                    .contains("no script at all");
            assertThat(finding.evidence()).containsExactly("it takes with it: <script src=\"js/require.js\">");
        }

        @Test
        void aTagOfAnyKindThatNeverEndsTakesTheScriptsWithIt() {
            Finding finding = only(APage.withBody("<div class='open>", "<script src=\"js/app.js\"></script>"));

            assertThat(finding.message()).contains("the quote opened at class=' is never closed");
        }

        @Test
        void aQuoteOfAnotherTagThatClosesInAScriptsSourceTakesIt() {
            Finding finding = only(APage.withBody(
                    "<div class=\"open>", "<script src=\"js/app.js\"></script>", "<p id=\"x\">text</p>"));

            assertThat(finding.message()).contains("the quote opened at class=\"");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("<script src="));
        }
    }

    @Nested
    class NotRead {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script src=\"js/app.js\"/><p>gone</p>",
                    "<script src=\"js/app.js\"><p>gone</p>",
                    "<script></head><body><p>gone</p></script>",
                    "&lt;script src=&quot;js/app.js&quot;&gt;&lt;/script&gt;",
                    "<script src=”js/app.js”></script>",
                    "<script src=\"js/app.js\" type=\"text/javascritp\"></script>",
                    "<script data-main=\"js/app/MainApp-1f.js\"></script>",
                    "<script async defer></script>",
                    "<script src=\"\"></script>",
                    "<link rel=\"style-3f9a.css\" />",
                    "<link rel=\"stylesheet\">",
                    "<link ref=\"stylesheet\" href=\"a.css\">",
                    "<link rel=\"stylesheet\" href=\"\">"
                })
        void isAFinding(String tag) {
            Finding finding = only(APage.withBody(tag));

            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
            assertThat(finding.where().orElseThrow().line()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"a.js\"></script>\n&lt;script src=\"b.js\"&gt;&lt;/script&gt;\n<p>x</p>",
                "<p>x</p>&lt;script src=\"b.js\"&gt;&lt;/script&gt;<script src=\"a.js\"></script>"
            })
    void anEscapedTagAmongScriptsIsLost(String markup) {
        assertThat(only(APage.withBody(markup)).message()).contains("is escaped");
    }

    @Test
    void anEscapedTagForPeopleToReadIsNone() {
        String markup = "<div>&lt;script src=\"b.js\"&gt;&lt;/script&gt;</div><script src=\"a.js\"></script>";

        assertThat(findings(APage.withBody(markup))).isEmpty();
    }
}
