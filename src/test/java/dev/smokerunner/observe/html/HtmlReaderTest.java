package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    private static final URI PAGE = URI.create("https://shop.example/app/");

    @Test
    void keepsTheStartTagAsItStandsInTheSource() {
        HtmlDocument page = read("<body>\n  <SCRIPT  src='a.js?x=1&amp;y=2' defer>run()</SCRIPT>");

        HtmlElement script = page.scripts().get(0);
        assertThat(script.tag()).isEqualTo("<SCRIPT  src='a.js?x=1&amp;y=2' defer>");
        assertThat(page.text(script.startTag())).isEqualTo(script.tag());
        assertThat(script.startTag().line()).isEqualTo(2);
        assertThat(script.startTag().column()).isEqualTo(3);
        assertThat(script.attributes()).containsEntry("src", "a.js?x=1&y=2").containsEntry("defer", "");
        assertThat(script.text()).isEqualTo("run()");
        assertThat(script.closed()).isTrue();
    }

    @Test
    void knowsTheTagAtAPlaceAndThatThereIsNoneBetweenTags() {
        HtmlDocument page = read("<img src=a.png> <img src=b.png><p>text");

        assertThat(page.elementAt(0).flatMap(e -> e.attribute("src"))).contains("a.png");
        assertThat(page.elementAt(14).flatMap(e -> e.attribute("src"))).contains("a.png");
        assertThat(page.elementAt(15)).isEmpty();
        assertThat(page.elementAt(16).flatMap(e -> e.attribute("src"))).contains("b.png");
        assertThat(page.elementAt(31)).isEmpty();
        assertThat(page.elementBefore(15).flatMap(e -> e.attribute("src"))).contains("a.png");
        assertThat(page.elementBefore(16).flatMap(e -> e.attribute("src"))).contains("b.png");
        assertThat(page.elementBefore(99).flatMap(e -> e.attribute("src"))).contains("b.png");
    }

    @Test
    void countsLinesThatEndTheWayWindowsEndsThem() {
        HtmlDocument page = read("<p>one\r\n<img src=a.png>\r\n <img src=b.png>");

        assertThat(page.elements())
                .extracting(e -> e.startTag().line() + ":" + e.startTag().column())
                .containsExactly("2:1", "3:2");
    }

    @Test
    void saysWhichEndWasDroppedWhenTheLastTagHasAnOpenQuote() {
        HtmlDocument page = read("<body><p>hi</p>\n  <script data-main=\"js/app/Main-b2ba\n</body>\n</html>\n");

        assertThat(page.scripts()).isEmpty();
        assertThat(page.dropped()).hasValueSatisfying(range -> {
            assertThat(page.text(range)).startsWith("<script data-main=").endsWith("</html>\n");
            assertThat(range.line()).isEqualTo(2);
            assertThat(range.column()).isEqualTo(3);
        });
    }

    @Test
    void findsTheDroppedTagBehindEndTagsThatLeaveNoTrace() {
        HtmlDocument page = read("<body><p>hi</p></b></body></html></i a='>'>\n<script src=\"r.js\" data-main=\"x");

        assertThat(page.dropped().map(page::text)).contains("<script src=\"r.js\" data-main=\"x");
    }

    @Test
    void findsTheDroppedTagAfterADoctypeAndNothingElse() {
        assertThat(dropped("<!DOCTYPE html>\n<html lang=\"en")).isEqualTo("<html lang=\"en");
    }

    @Test
    void findsADroppedEndTag() {
        assertThat(dropped("<body><p>hi</p></script")).isEqualTo("</script");
    }

    @Test
    void swallowsAnInlineScriptWithTheTagThatNeverEnds() {
        HtmlDocument page = read("<body><script src=\"r.js\" data-main=\"x\n<script>track();</script></body>");

        assertThat(page.scripts()).isEmpty();
        assertThat(page.dropped().map(page::text).orElse("")).contains("track()");
    }

    @Test
    void saysWhichEndWasDroppedWhenACommentNeverEnds() {
        HtmlDocument page = read("<body><!-- Main-b2ba\n<script src=a.js></script></body>");

        assertThat(page.scripts()).isEmpty();
        assertThat(page.dropped().map(page::text)).contains("<!-- Main-b2ba\n<script src=a.js></script></body>");
    }

    @Test
    void dropsNothingOfAWholePage() {
        assertThat(dropped(
                        "<!DOCTYPE html><html><body><p title='a > b'>1 < 2</p><!-- end --></body></html>\n<!-- x -->"))
                .isEmpty();
    }

    @Test
    void dropsNothingWhereALessThanSignEndsThePage() {
        assertThat(dropped("<body>1 <")).isEmpty();
    }

    @Test
    void dropsNothingOfALongScriptThatWritesTags() {
        String script = "document.write('<p>');if(a<b){}".repeat(20_000);

        assertThat(dropped("<body><script>" + script + "</script>")).isEmpty();
    }

    @Test
    void saysNothingAboutTheEndOfATextThatIsOnlyTheStart() {
        assertThat(HtmlReader.read(PAGE, "<body><img src=\"a", true).dropped()).isEmpty();
    }

    @Test
    void readsAValueThatRunsOnIntoTheNextAttribute() {
        HtmlElement script = read("<script data-main=\"js/M\nsrc=\"js/r.js\"></script><p>after</p>")
                .scripts()
                .get(0);

        assertThat(script.attribute("src")).isEmpty();
        assertThat(script.attribute("data-main")).contains("js/M\nsrc=");
        assertThat(script.closed()).isTrue();
    }

    @Test
    void readsARestOfThePageThatBecameTheTextOfAScript() {
        HtmlDocument page = read(
                "<head><script data-main=\"js/M-b2\n</head><body class=\"x\"><p>hi</p><img src=a.png></body></html>");

        assertThat(page.elements()).singleElement().satisfies(script -> {
            assertThat(script.closed()).isFalse();
            assertThat(script.text()).isEqualTo("<p>hi</p><img src=a.png></body></html>");
        });
        assertThat(page.errors()).isNotEmpty();
    }

    @Test
    void seesThatAScriptIsNotClosedByASlash() {
        HtmlElement script =
                read("<body><script src=\"a.js\"/><p>gone</p></body>").scripts().get(0);

        assertThat(script.closed()).isFalse();
        assertThat(script.text()).contains("<p>gone</p>");
    }

    @Test
    void seesATitleWithoutEnd() {
        HtmlDocument page = read("<head><title>Shop<link rel=stylesheet href=a.css></head><body>x");

        assertThat(page.elements()).singleElement().satisfies(title -> {
            assertThat(title.name()).isEqualTo("title");
            assertThat(title.closed()).isFalse();
        });
        assertThat(page.dropped()).isEmpty();
    }

    @Test
    void readsNoTagOfAnEscapedOne() {
        HtmlDocument page = read("<body>&lt;script src=\"a.js\"&gt;&lt;/script&gt;</body>");

        assertThat(page.elements()).isEmpty();
    }

    @Test
    void marksWhatABrowserWithScriptsPassesOver() {
        HtmlDocument page = read("<noscript><img src=n.png></noscript><template><script src=t.js></script></template>"
                + "<img src=real.png>");

        assertThat(page.elements())
                .filteredOn(e -> e.attribute("src").isPresent())
                .extracting(e -> e.attribute("src").orElse(""), HtmlElement::inert)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("n.png", true),
                        org.assertj.core.groups.Tuple.tuple("t.js", true),
                        org.assertj.core.groups.Tuple.tuple("real.png", false));
    }

    @Test
    void keepsTheOrderOfTheSourceWhereTheParserMovesAnElement() {
        HtmlDocument page = read("<table><tr><script src=1.js></script><img src=2.png></table>");

        assertThat(page.elements()).extracting(HtmlElement::name).containsExactly("script", "img");
    }

    @Test
    void resolvesTheBaseAgainstThePage() {
        assertThat(read("<base href='../static/'><base href=/other/>").base())
                .isEqualTo(URI.create("https://shop.example/static/"));
    }

    @Test
    void hasThePageAsBaseWhereNoneIsNamed() {
        assertThat(read("<p>x").base()).isEqualTo(PAGE);
    }

    @Test
    void readsTheTitle() {
        assertThat(read("<title> Your &amp; my\n details </title>").title()).isEqualTo("Your & my details");
    }

    @Test
    void treatsAnSvgPictureThatClosesItselfAsClosed() {
        assertThat(read("<svg><image href=x.svg /><use href='s.svg#i'/></svg>").elements())
                .extracting(HtmlElement::closed)
                .containsExactly(true, true);
    }

    @Test
    void saysWhereAParserComplains() {
        assertThat(read("<body>\n<img src=a src=b>").errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("duplicate");
            assertThat(error.line()).isEqualTo(2);
        });
    }

    @Test
    void keepsABoundedNumberOfComplaints() {
        assertThat(read("<body>" + "<img a a>".repeat(10_000)).errors()).hasSize(HtmlReader.MOST_ERRORS);
    }

    @Test
    void survivesAVeryDeepPage() {
        HtmlDocument page = read("<div>".repeat(300_000) + "<img src=a.png>");

        assertThat(page.elements()).hasSize(1);
    }

    @Test
    void readsAPageOfOneLongLine() {
        HtmlDocument page = read("<p>" + "x".repeat(5_000_000) + "\0<script src=\"a.js\"></script>");

        assertThat(page.scripts()).hasSize(1);
    }

    @Test
    void readsNothingOfNothing() {
        HtmlDocument page = read("");

        assertThat(List.of(page.elements(), page.errors())).allMatch(List::isEmpty);
        assertThat(page.title()).isEmpty();
    }

    private static String dropped(String source) {
        HtmlDocument page = read(source);
        return page.dropped().map(page::text).orElse("");
    }

    private static HtmlDocument read(String source) {
        return HtmlReader.read(PAGE, source, false);
    }
}
