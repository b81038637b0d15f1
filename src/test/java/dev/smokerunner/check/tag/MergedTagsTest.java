package dev.smokerunner.check.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags that lost something which the parser drops without a word. */
class MergedTagsTest {
    private static final String APP = "<script src=\"app.js\"></script>";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new ScriptTagCheck()).findings();
    }

    private static List<Finding> findings(String... body) {
        return findings(APage.withBody(body));
    }

    @Test
    void aTagWithTwoSourcesNamesTheOneThatIsDropped() {
        Finding finding =
                findings("<script src=\"a.js\" src=\"b.js\"></script>", APP).get(0);

        assertThat(finding.message())
                .contains(
                        "has two src attributes: browsers take the first, a.js, and drop b.js, which nothing else loads");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script src=a.js src=b.js></script> | 2",
                "<script src='a.js' defer SRC=\"b.js\"></script> | 2",
                "<script src=\"a.js\"src=\"b.js\"></script> | 2",
                "<script src=\"r.js\" data-main=\"a\" data-main=\"b\"></script> | 2",
                "<script type=\"text/template\" type=\"module\" src=\"a.js\"></script> | 2",
                "<link rel=\"stylesheet\" href=\"a.css\" href=\"b.css\"> | 2",
                "<link rel=\"preload\" rel=\"stylesheet\" href=\"a.css\"> | 2",
                "<img src=\"a.png\" alt=\"\" src=\"b.png\"> | 3",
                "<img srcset=\"a.png 2x\" srcset=\"b.png 2x\" src=\"a.png\"> | 3",
                "<link rel=\"icon\" href=\"a.ico\" href=\"b.ico\"> | 4",
                "<script src=\"a.js\" integrity=\"sha256-a\" integrity=\"sha256-b\"></script> | 4",
                "<script src=\"a.js\" src=\"app.js\"></script> | 4",
            })
    void isAsBadAsWhatIsDropped(String tag, int impact) {
        assertThat(findings(tag, APP)).extracting(Finding::impact).containsExactly(Severity.of(impact));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"a.js\" src=\"a.js\"></script>",
                "<script src=\"a.js\" src=\"./a.js\"></script>",
                "<script src=\"a.js\" src=\"\"></script>",
                "<script src=\"a.js\" defer defer async></script>",
                "<script type=\"application/json\" src=\"x\" src=\"y\"></script>",
                "<img class=\"a\" class=\"b\" src=\"a.png\">",
                "<noscript><img src=\"a.png\" src=\"b.png\"></noscript>",
                "<template><script src=\"a.js\" src=\"b.js\"></script></template>",
                "<!-- <script src=\"a.js\" src=\"b.js\"></script> -->",
                "<link rel=\"stylesheet\" rel=\"preload\" href=\"a.css\">",
            })
    void staysSilentWhereNothingIsLost(String tag) {
        assertThat(findings(tag, APP)).isEmpty();
    }

    @Test
    void aDroppedTypeIsToBlameForAScriptThatCannotBeParsed() {
        APage page = APage.withBody("<script type=\"text/javascript\" type=\"module\" src=\"a.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "a.js").answered(200, "text/javascript"))
                .throwing("SyntaxError: Cannot use import statement outside a module", "a.js", 1);

        assertThat(page.findings()).hasSize(1);
        assertThat(page.findings().get(0).check()).isEqualTo("script-tag");
        assertThat(page.findings().get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!script src=\"b.js\"></script> | takes it for a comment",
                "<?script src=\"b.js\"?> | takes it for a comment",
                "<![CDATA[<script src=\"b.js\"></script>]]> | takes it for a comment",
                "<div>< script src=\"b.js\"></script></div> | begins with a blank",
                "<script src=\"a.js\"></script src=\"b.js\"></script> | is an end tag that names a file",
                "</link rel=\"stylesheet\" href=\"a.css\"> | is an end tag that names a file",
                "<noscript><img src=\"a.gif\"><script src=\"b.js\"></script> | is never closed",
                "<template><p>x</p><script src=\"b.js\"></script> | is never closed",
                "<iframe src=\"about:blank\"/><script src=\"b.js\"></script> | is not closed where it should be",
                "<style>a{} <script src=\"b.js\"></script></style> | is not closed where it should be",
            })
    void whatIsNoTagAnyMoreIsFound(String html, String what) {
        List<Finding> findings = findings(html);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains(what);
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre>< script src=\"b.js\"></pre>",
                "<p>1 < script src=\"x\" is how it begins</p>",
                "<!-- <?script src=\"b.js\"?> -->",
                "<script>var t = '<!script src=\"x\">';</script>",
                "<![if !IE]><link rel=\"stylesheet\" href=\"a.css\"><![endif]>",
                "<?xml-stylesheet href=\"a.xsl\"?>",
                "<script src=\"a.js\"></script defer>",
                "<iframe src=\"a.html\"></iframe>",
                "<noscript><img src=\"a.gif\"></noscript>",
            })
    void whatLooksLikeItIsNot(String html) {
        assertThat(findings(html, APP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"a.js?<v>\"></script>",
                "<script src='a.js?range=1>0' defer></script>",
                "<script src=\"a.js?q=<b>1</b>\"></script>",
                "<script src=\"a.js?cb=<script>\"></script>",
                "<script src=\"x<y>.js\"/></script>",
                "<link rel=\"stylesheet\" href=\"a.css?<x\">",
            })
    void anAddressMayHoldAngleBracketsWhereItsQuoteCloses(String tag) {
        assertThat(findings(tag, APP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"a.js></script><script src=\"b.js\"></script>",
                "<script src=\"a.js></script><p class=\"x\">y</p>",
                "<script src=\"a.js></script><p>He said \"yes\"</p>",
                "<script src='a.js></script><script>f('y')</script>",
                "<link rel=\"stylesheet\" href=\"a.css><script src=\"b.js\"></script>",
            })
    void anOpenQuoteStillSwallows(String html) {
        assertThat(findings(html, APP)).extracting(Finding::impact).contains(Severity.SEV2);
    }
}
