package dev.smokerunner.observe.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDifferenceTest {
    private static final PageContext CONTEXT = new PageContext(
            URI.create("https://shop.example/"), url -> false, host -> host.equals("cdn.example.net"), url -> false);

    private static final String PAGE = """
            <!DOCTYPE html>
            <!-- the sign-up page -->
            <html><head><title>Sign up</title></head>
            <body><form id="signup"></form>
            <script src="js/main-3f9a12.js"></script>
            </body></html>
            """;

    @Test
    void seesThatOnlyLineEndsDiffer() {
        assertThat(kind(PAGE.replace("\n", "\r\n"))).isEqualTo(Kind.LINE_ENDS);
    }

    @Test
    void showsTheWhiteSpaceWhereNothingElseDiffers() {
        Difference difference =
                new TextDifference(Language.OTHER, CONTEXT).between("name\tprice\nlamp", "name price\nlamp");

        assertThat(difference.detail())
                .isEqualTo("from line 1 on: 'name\\tprice\\nlamp' was packaged, 'name price\\nlamp' is served");
    }

    @Test
    void seesThatOnlyAByteOrderMarkWasAdded() {
        assertThat(kind("\uFEFF" + PAGE)).isEqualTo(Kind.ENCODING);
    }

    @Test
    void seesThatOnlyWhiteSpaceAndCommentsAreGone() {
        Difference difference = between(PAGE, PAGE.replaceAll("<!-- .* -->", "").replaceAll(">\\s+<", "><"));

        assertThat(difference.kind()).isEqualTo(Kind.WHITE_SPACE);
        assertThat(difference.detail()).matches("only white space and comments: \\d+ characters less");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.RUM={id:1}</script>",
                "<script defer src=\"https://static.cloudflareinsights.com/beacon.min.js\"></script>",
                "<script src='/cdn-cgi/challenge.js'></script>\n<noscript>x</noscript>"
            })
    void seesWhatACdnPutsIn(String inserted) {
        Difference difference = between(PAGE, PAGE.replace("</body>", inserted + "</body>"));

        assertThat(difference.kind()).isEqualTo(Kind.INSERTED);
        assertThat(difference.detail()).startsWith("put in: <");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"js/vendor.js\"></script>",
                "<link rel=\"stylesheet\" href=\"css/site.css\">",
                "<script>var open",
                " src=\"js/vendor/require.js\"></script>",
                "just text"
            })
    void takesForAnotherTextWhatRatherStoodInTheReleaseBefore(String more) {
        assertThat(kind(PAGE.replace("</body>", more + "</body>"))).isEqualTo(Kind.CONTENT);
    }

    @Test
    void doesNotTakeThePageBeforeACutTagForOneWithSomethingPutIn() {
        String whole = "<body>\n<script data-main=\"js/main\" src=\"js/require.js\"></script>\n</body>\n";
        String cut = "<body>\n<script data-main=\"js/main\n</body>\n";

        assertThat(between(cut, whole).kind()).isEqualTo(Kind.CONTENT);
    }

    @Test
    void saysWhereTextsPart() {
        Difference difference = between(PAGE, PAGE.replace("3f9a12", "77b1d0"));

        assertThat(difference.kind()).isEqualTo(Kind.CONTENT);
        assertThat(difference.detail())
                .contains("3f9a12.js")
                .contains("was packaged, ")
                .contains("77b1d0.js");
        assertThat(difference.page())
                .hasValueSatisfying(page -> assertThat(page.isRenamed()).isTrue());
        assertThat(difference.alike()).isGreaterThan(0.6);
    }

    @Test
    void seesThatAnotherProductHasOtherWords() {
        String other =
                "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body><p>If you see this page,"
                        + " the web server is installed.</p></body></html>";

        assertThat(between(PAGE, other).alike()).isLessThan(0.2);
    }

    @Test
    @Timeout(5)
    void isNotSlowedDownByHostileTexts() {
        String comments = "<!--".repeat(250_000);
        String spaces = " ".repeat(1_000_000);

        assertThat(between(comments, comments + "/*" + spaces).kind()).isEqualTo(Kind.REWRITTEN);
        assertThat(between(PAGE, "<script>".repeat(100_000)).kind()).isEqualTo(Kind.CONTENT);
    }

    @Test
    void quotesTheStatementOfAStyleSheetThatDiffers() {
        Difference difference = new TextDifference(Language.STYLE, CONTEXT)
                .between("p { top: 0; color: #803020 }", "p { top: 0; color: #803029 }");

        assertThat(difference.kind()).isEqualTo(Kind.CONTENT);
        assertThat(difference.detail())
                .isEqualTo("from line 1 on: 'color: #803020 }' was packaged, 'color: #803029 }' is served");
    }

    @Test
    void aShortTextIsAlikeAnotherOfWhichOneWordDiffers() {
        TextDifference style = new TextDifference(Language.STYLE, CONTEXT);

        assertThat(style.between("h1 { color: #803020 }", "h1 { color: #803029 }")
                        .alike())
                .isGreaterThan(0.9);
        assertThat(style.between("h1 { color: #803020 }", "ul { margin: 0 }").alike())
                .isLessThan(0.4);
    }

    private static Difference between(String packaged, String served) {
        return new TextDifference(Language.PAGE, CONTEXT).between(packaged, served);
    }

    private static Kind kind(String served) {
        return between(PAGE, served).kind();
    }
}
