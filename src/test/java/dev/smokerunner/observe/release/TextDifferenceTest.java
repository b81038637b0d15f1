package dev.smokerunner.observe.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDifferenceTest {
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
    void seesThatOnlyAByteOrderMarkWasAdded() {
        assertThat(kind("\uFEFF" + PAGE)).isEqualTo(Kind.ENCODING);
    }

    @Test
    void seesThatOnlyWhiteSpaceAndCommentsAreGone() {
        Difference difference =
                TextDifference.between(PAGE, PAGE.replaceAll("<!-- .* -->", "").replaceAll(">\\s+<", "><"));

        assertThat(difference.kind()).isEqualTo(Kind.WHITE_SPACE);
        assertThat(difference.detail()).matches("only white space and comments: \\d+ characters less");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.RUM={id:1}</script>",
                "<script defer src=\"https://static.cloudflareinsights.com/beacon.min.js\"></script>",
                "<script src='/cdn-cgi/challenge.js'></script>\n<noscript>x</noscript>",
                "<!-- served by edge 7 -->"
            })
    void seesWhatACdnPutsIn(String inserted) {
        Difference difference = TextDifference.between(PAGE, PAGE.replace("</body>", inserted + "</body>"));

        assertThat(difference.kind()).isEqualTo(Kind.INSERTED);
        assertThat(difference.detail()).startsWith(inserted.length() + " characters were put in at offset ");
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

        assertThat(TextDifference.between(cut, whole).kind()).isEqualTo(Kind.CONTENT);
    }

    @Test
    void saysWhereTextsPart() {
        Difference difference = TextDifference.between(PAGE, PAGE.replace("3f9a12", "77b1d0"));

        assertThat(difference.kind()).isEqualTo(Kind.CONTENT);
        assertThat(difference.detail()).startsWith("from line 5 on: '3f9a12.js").contains("was packaged, '77b1d0.js");
        assertThat(difference.alike()).isGreaterThan(0.6);
    }

    @Test
    void seesThatAnotherProductHasOtherWords() {
        String other =
                "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body><p>If you see this page,"
                        + " the web server is installed.</p></body></html>";

        assertThat(TextDifference.between(PAGE, other).alike()).isLessThan(0.2);
    }

    @Test
    @Timeout(5)
    void isNotSlowedDownByHostileTexts() {
        String comments = "<!--".repeat(250_000);
        String spaces = " ".repeat(1_000_000);

        assertThat(TextDifference.between(comments, comments + "/*" + spaces).kind())
                .isEqualTo(Kind.CONTENT);
        assertThat(TextDifference.between(PAGE, "<script>".repeat(100_000)).kind())
                .isEqualTo(Kind.CONTENT);
    }

    private static Kind kind(String served) {
        return TextDifference.between(PAGE, served).kind();
    }
}
