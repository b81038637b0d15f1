package dev.smokerunner.observe.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageChange.Kind;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.Rewriting;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageComparisonTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Tea</title><link rel="stylesheet" href="tea.css"></head>
            <body class="wide">
            <p>Green &amp; black. Ask <a href="mailto:hi@tea.example">hi@tea.example</a> now.</p>
            <ul><li>Assam</li><li>Sencha</li></ul>
            <pre>a  b</pre>
            <script>start()</script>
            <script src="js/tea-3f9a12.js"></script>
            <footer>2025</footer>
            </body></html>
            """;

    @Test
    void anotherSpellingIsTheSamePage() {
        String spelled = PAGE.replace('"', '\'')
                .replace("rel='stylesheet' href='tea.css'", "href=tea.css rel=stylesheet")
                .replace("</li>", "")
                .replace("&amp;", "&#38;")
                .replace("</body></html>", "");

        assertThat(between(spelled).changes()).isEmpty();
        assertThat(between(spelled).isSamePage()).isTrue();
    }

    @Test
    void whiteSpaceOfWhichBrowsersShowNothingIsTheSamePage() {
        assertThat(between(PAGE.replace("\n", "")).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a  b|a b|TEXT",
                "Ask <a|Ask<a|TEXT",
                "Assam|Darjeeling|TEXT",
                "2025|2026|FOOTER",
                "start()|stop()|SCRIPT",
                "<script src=\"js/tea-3f9a12.js\"></script>||SCRIPT",
                "<body class=\"wide\">|<body>|STRUCTURE",
                "<ul>|<form></form><ul>|FORM",
                "<title>|<base href=\"/x/\"><title>|POLICY",
                "<!DOCTYPE html>||STRUCTURE"
            })
    void saysWhatAChangeTouches(String text, String other, Touched touched) {
        assertThat(between(PAGE.replace(text, other == null ? "" : other)).changes())
                .extracting(PageChange::kind, PageChange::touched)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, touched));
    }

    @Test
    void namesWhiteSpaceWhereNothingElseChanged() {
        assertThat(between(PAGE.replace("a  b", "a b")).changes())
                .extracting(PageChange::detail)
                .containsExactly("other white space in or around 'a b'");
    }

    @Test
    void tellsNoWhiteSpaceOfLongTextsThatDifferAtTheirEnds() {
        String call = "start(" + "1, ".repeat(400);

        assertThat(PageComparison.between(PAGE.replace("start(", call), PAGE.replace("start()", call + "2)"), context())
                        .changes())
                .extracting(PageChange::detail)
                .singleElement()
                .asString()
                .contains("was packaged", "is served");
    }

    @Test
    void findsAnElementThatWasPutInBesideOneLikeIt() {
        PageDifference difference = between(PAGE.replace("<script>start()", "<script>var a=1</script><script>start()"));

        assertThat(difference.isSamePage()).isTrue();
        assertThat(difference.changes()).extracting(PageChange::where).containsExactly("<script>var a=1</script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"https://x.strange.example/a.js\"></script>",
                "<script>s=document.createElement('script');s.src='//x.strange.example/a.js'</script>",
                "<script>document.write('<script src=\"https://x.strange.example:8443/a.js\"><\\/script>')</script>",
                "<iframe src=\"https://x.strange.example/\"></iframe>"
            })
    void namesTheHostOfWhatWasPutIn(String element) {
        assertThat(between(PAGE.replace("</body>", element + "</body>")).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.PUT_IN);
                    assertThat(change.hosts()).containsExactly("x.strange.example");
                });
    }

    @Test
    void takesANameWithoutDotsForAHostBehindASchemeAlone() {
        String code = "s=document.createElement('script');s.src='http://toolbar:8080/a.js' //loads it";

        assertThat(between(PAGE.replace("</body>", "<script>" + code + "</script></body>"))
                        .changes())
                .flatExtracting(PageChange::hosts)
                .containsExactly("toolbar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"https://known.example/a.js\"></script>",
                "<script src=\"https://static.cloudflareinsights.com/beacon.min.js\"></script>",
                "<script src=\"/cdn-cgi/a.js\"></script>",
                "<script>window.rum={to:'https://x.strange.example/'}</script>",
                "<link rel=preload as=script href=\"js/tea-3f9a12.js\">"
            })
    void knowsWhatIsNoStrangersWork(String element) {
        PageDifference difference = between(PAGE.replace("</body>", element + "</body>"));

        assertThat(difference.isSamePage()).isTrue();
        assertThat(difference.changes()).flatExtracting(PageChange::hosts).isEmpty();
    }

    @Test
    void undoesAScriptLoader() {
        String id = "c0ffee5e0123456789abcdef";
        String served = PAGE.replace("<script>", "<script type=\"" + id + "-text/javascript\">")
                .replace("<script src", "<script type=\"" + id + "-text/javascript\" src")
                .replace(
                        "</body>",
                        "<script src=\"/cdn-cgi/scripts/7d0/cloudflare-static/rocket-loader.min.js\" defer></script></body>");

        assertThat(between(served).changes()).isEmpty();
        assertThat(between(served).rewritings()).containsExactly(Rewriting.ROCKET_LOADER);
    }

    @Test
    void doesNotTakeScriptsThatNothingStartsForThePage() {
        String served = PAGE.replace("<script>", "<script type=\"c0ffee5e0123456789abcdef-text/javascript\">");

        assertThat(between(served).isSamePage()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "<script nonce=\"\">", "<script nonce=\"PUT-NONCE-HERE\">"})
    void takesTheNonceOfAnAnswerForNoChange(String packaged) {
        PageDifference difference = PageComparison.between(
                PAGE.replace("<script>", packaged), PAGE.replace("<script>", "<script nonce=\"r4nd0m\">"), context());

        assertThat(difference.changes()).isEmpty();
        assertThat(difference.rewritings()).containsExactly(Rewriting.NONCE);
    }

    @Test
    void putsMailAddressesBack() {
        String hex = "2a" + hex("hi@tea.example", 0x2a);
        String served = PAGE.replace("mailto:hi@tea.example", "/cdn-cgi/l/email-protection#" + hex)
                .replace(
                        ">hi@tea.example<",
                        "><span class=\"__cf_email__\" data-cfemail=\"" + hex + "\">[email&#160;protected]</span><")
                .replace(
                        "<script>",
                        "<script data-cfasync=\"false\" src=\"/cdn-cgi/scripts/5c/cloudflare-static/email-decode.min.js\">"
                                + "</script><script>");

        assertThat(between(served).changes()).isEmpty();
        assertThat(between(served).rewritings()).containsExactly(Rewriting.MAIL_ADDRESSES);
    }

    @Test
    void seesAnotherFingerprintAndAFileThatTheReleaseLacks() {
        PageDifference difference = between(PAGE.replace("tea-3f9a12", "tea-77b1d0"));

        assertThat(difference.isRenamed()).isTrue();
        assertThat(difference.strangeFiles()).containsExactly("https://tea.example/js/tea-77b1d0.js");
        assertThat(between(PAGE.replace("2025", "2026")).strangeFiles()).isEmpty();
    }

    @Test
    @Timeout(20)
    void isNotSlowedDownByHostilePages() {
        for (String part : new String[] {"<div>", "<p>a", "<script>", "<!--", "a ", "<a href=http://x/>", "</p>"}) {
            String many = part.repeat(20_000);
            PageComparison.between(PAGE + many, many + PAGE, context());
        }
    }

    private static String hex(String text, int key) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(String.format("%02x", c ^ key)));
        return hex.toString();
    }

    private static PageDifference between(String served) {
        return PageComparison.between(PAGE, served, context());
    }

    private static PageContext context() {
        return new PageContext(
                URI.create("https://tea.example/"),
                url -> url.getPath().equals("/js/tea-3f9a12.js"),
                host -> host.equals("known.example"),
                url -> false);
    }
}
