package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void tellsTheVerdictWhyItIsSoSinceWhenAndWhatToDoFirst() throws IOException {
        Element header = html(HtmlSamples.incident()).selectFirst("header");

        assertThat(header.selectFirst("h1").text()).isEqualTo("Fail Sev 2");
        assertThat(header.selectFirst(".why").text()).isEqualTo("A script of the page is not there.");
        assertThat(header.selectFirst(".todo").text()).isEqualTo("What to do the package has js/main-77b1.js");
        assertThat(header.select(".facts").text())
                .contains("Target https://www.example.com/signup/")
                .contains("Last seen well 2026-11-20 09:30 UTC")
                .contains("Runbook https://wiki.example.com/signup");
    }

    @Test
    void saysThatNothingWasProvenAndWhy() throws IOException {
        Document html = html(Samples.inconclusive());

        assertThat(html.selectFirst("h1").text()).isEqualTo("Inconclusive");
        assertThat(html.selectFirst(".why").text()).startsWith("Nothing was proven: the browser did not start");
        assertThat(html.select("#checks tr.unsure")).hasSize(3);
    }

    @Test
    void tellsWhatIsWrongWhereItStandsAndHowToSeeIt() throws IOException {
        Element finding = html(HtmlSamples.incident()).selectFirst("article.finding.bad");

        assertThat(finding.selectFirst(".label").text()).isEqualTo("Sev 2 asset-status asset-missing");
        assertThat(finding.selectFirst(".place").text()).startsWith("index.html:12:5");
        assertThat(finding.selectFirst(".place code").text()).isEqualTo("<script src=\"js/main-3f9a.js\">");
        assertThat(finding.select(".facts").text()).contains("Expected status 200 Actual 404 text/html, 1.2 kB");
        assertThat(finding.select(".evidence li")).hasSize(2);
        assertThat(finding.selectFirst(".copy code").wholeText())
                .isEqualTo("curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'");
    }

    @Test
    void toldWhatDoesNotFailTheRunApart() throws IOException {
        Document html = html(HtmlSamples.incident());

        assertThat(html.select("#findings article")).hasSize(1);
        assertThat(html.select("#notes article .label").text()).startsWith("Sev 4 asset-cache");
    }

    @Test
    void showsWhatTheVisitorSeesBesideWhatWasSeenWhenItWasWellAndMarksWhatIsMissing() throws IOException {
        List<Element> pictures = html(HtmlSamples.incident()).select("#finding-1 .picture");

        assertThat(pictures).hasSize(2);
        assertThat(pictures)
                .extracting(picture -> picture.selectFirst("img").attr("src"))
                .containsExactly("pages/1.png", "pages/1-last-good.png");
        assertThat(pictures)
                .extracting(picture -> picture.selectFirst("img").attr("width"))
                .containsOnly("64");
        assertThat(pictures).allSatisfy(picture -> {
            Element mark = picture.selectFirst("svg rect");
            assertThat(mark.attr("x") + " " + mark.attr("y")).isEqualTo("400 100");
            assertThat(picture.text()).contains("Marked: form#signup (missing now)");
        });
        assertThat(pictures.get(1).text()).startsWith("When it was last seen well, 2026-11-20 09:30 UTC");
    }

    @Test
    void showsWhatTheVisitorSeesOfAPageThatIsWell() throws IOException {
        List<Element> pictures = html(HtmlSamples.healthy(1)).select("#page-1 .picture");

        assertThat(pictures).hasSize(1);
        assertThat(pictures.get(0).text()).isEqualTo("What the visitor sees");
        assertThat(pictures.get(0).select("svg")).isEmpty();
    }

    @Test
    void aBadRequestStandsOutOfTheOthers() throws IOException {
        Element table = html(HtmlSamples.incident()).selectFirst(".waterfall");

        assertThat(table.select("tbody tr")).extracting(Element::className).containsExactly("good", "good", "bad");
        assertThat(table.selectFirst("tr.bad").text()).isEqualTo("/signup/js/main-3f9a.js script 404 1.2 kB 45 ms");
        assertThat(table.selectFirst("tr.bad svg").attr("aria-label")).isEqualTo("from 91 ms, for 45 ms");
        assertThat(table.select(".legend").text()).isEqualTo("DOM content loaded 310 ms load 520 ms ready 610 ms");
    }

    @Test
    void tellsTimingsAndWhatWasWaitedFor() throws IOException {
        Element page = html(HtmlSamples.incident()).selectFirst("#page-1");

        assertThat(page.select("> .facts").text())
                .isEqualTo("Document 84 ms DOM content loaded 310 ms Load 520 ms Ready 610 ms");
        assertThat(page.select("> ul").text()).isEqualTo("waited for form#signup");
    }

    @Test
    void listsEveryCheckWithWhatItLookedAt() throws IOException {
        assertThat(html(HtmlSamples.incident()).select("#checks tbody tr"))
                .extracting(Element::text)
                .containsExactly(
                        "page-status passed page × 1 nothing wrong",
                        "asset-status failed asset × 31 1 finding",
                        "asset-cache noted answer with its cache policy × 31 1 finding",
                        "release skipped no release was given");
    }

    @Test
    void knowsWhatEachCheckLooksAt() {
        assertThat(Checks.all()).allSatisfy(check -> assertThat(CheckSubjects.of(check.name(), 7))
                .endsWith(" × 7"));
    }

    @Test
    void namesTheBrowsersWhereThereAreSeveral() throws IOException {
        PageResult page = Samples.failing().pages().get(0);
        List<PageResult> pages = Stream.of("Chrome", "Firefox")
                .map(name -> new PageResult(
                        page.url(),
                        Optional.of(name),
                        page.status(),
                        page.timings(),
                        page.requests(),
                        page.references(),
                        Optional.of(HtmlSamples.PICTURE),
                        List.of(),
                        List.of(),
                        page.checks()))
                .toList();
        Finding inOne = Samples.missingScript().browsers(List.of("Firefox")).build();

        Document html = html(Samples.failed(
                Samples.production(), pages, List.of(inOne), List.of(CheckResult.judged("element", 1, List.of()))));

        assertThat(html.select(".page summary"))
                .extracting(Element::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ok").contains("in Chrome"),
                        second -> assertThat(second).startsWith("failed").contains("in Firefox"));
        assertThat(html.selectFirst("#finding-1 .seen").text()).isEqualTo("only in Firefox");
        assertThat(html.selectFirst("#finding-1 img").attr("src")).isEqualTo("pages/2.png");
    }

    @Test
    void ofManyPagesOpensTheFirstThatAreNotWellAndKeepsEachBadRequest() throws IOException {
        Document html = html(HtmlSamples.manyPages(60));

        assertThat(html.select("details.page")).hasSize(60);
        assertThat(html.select("details.page[open]")).hasSize(3);
        assertThat(html.select("#finding-1 .urls li")).hasSize(30);
        assertThat(html.select("img[loading=eager]").size()).isLessThan(30);
    }

    @Test
    void usesNothingThatAPublishedPageMayNotUse() throws IOException {
        for (SmokeResult result : List.of(HtmlSamples.incident(), HtmlSamples.manyPages(4), Samples.inconclusive())) {
            Document html = html(result);

            assertThat(html.select("style, script, iframe, object, embed, base, form"))
                    .isEmpty();
            assertThat(html.select("[style], [srcset], image, use")).isEmpty();
            assertThat(html.getAllElements())
                    .flatExtracting(element -> element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            assertThat(html.select("[src]"))
                    .allSatisfy(element -> assertThat(element.attr("src")).matches("pages/\\d+(-last-good)?\\.png"));
            assertThat(html.select("link"))
                    .extracting(link -> link.attr("href"))
                    .containsOnly("report.css");
        }
    }

    @Test
    void leadsToWebPagesAndToNothingElse() throws IOException {
        for (String address : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "java\nscript:x",
                "http:///x",
                "//evil.example",
                "vbscript:x")) {
            Finding finding = Finding.on(Samples.PAGE, "asset-status", Severity.SEV2, address)
                    .message(address)
                    .build();
            Document html = html(Samples.failed(
                    new SmokeResult.Subject(
                            "n",
                            Optional.empty(),
                            Optional.of(address),
                            "e",
                            Samples.production().audience(),
                            address),
                    List.of(),
                    List.of(finding),
                    List.of()));

            assertThat(html.select("a"))
                    .allSatisfy(link -> assertThat(link.attr("href")).startsWith("#"));
        }
    }

    @Test
    void inOneFileHoldsItsStylesAndPictures() throws IOException {
        Document html = html(HtmlReport.inOneFile(), HtmlSamples.incident());

        assertThat(html.select("style")).hasSize(1);
        assertThat(html.select("link, script, [style]")).isEmpty();
        assertThat(html.select("img")).hasSize(2).allSatisfy(image -> assertThat(image.attr("src"))
                .startsWith("data:image/png;base64,iVBOR"));
    }

    @Test
    void inOneFileLeavesOutPicturesThatWouldMakeItTooLargeAndSaysSo() throws IOException {
        byte[] large = new byte[6 << 20];
        List<PageResult> pages = HtmlSamples.healthy(2).pages().stream()
                .map(page -> Samples.withScreenshot(page, large))
                .toList();
        SmokeResult result = Samples.passed(
                Samples.production(), pages, List.of(), Samples.healthy().checks());

        Document html = html(HtmlReport.inOneFile(), result);

        assertThat(html.select("img")).hasSize(1);
        assertThat(html.selectFirst("#page-2").text()).contains("Its picture is left out");
        assertThat(html.outerHtml().length()).isLessThan(15_000_000);
    }

    private static Document html(SmokeResult result) throws IOException {
        return html(HtmlReport.inADirectory(), result);
    }

    private static Document html(Report report, SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(result, out);
        return Jsoup.parse(out.toString());
    }
}
