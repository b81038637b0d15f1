package dev.smokerunner.report;

import static dev.smokerunner.report.HtmlText.text;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.FindingView;
import dev.smokerunner.report.html.PictureView;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.SmokeResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The findings of an HTML report. */
final class HtmlFindings {
    /** A page that says a thousand things is as broken as one that says fifty. */
    private static final int MOST_EVIDENCE = 50;

    private static final int MOST_PAGES = 100;

    private final SmokeResult result;
    private final HtmlPictures pictures;
    private final BrowserWords browsers;

    HtmlFindings(SmokeResult result, HtmlPictures pictures) {
        this.result = result;
        this.pictures = pictures;
        browsers = new BrowserWords(result);
    }

    /**
     * A finding.
     *
     * @param id its name within the report
     * @param isToldAbove whether what to do about it stands at the top of the report
     */
    FindingView of(Finding finding, String id, boolean isToldAbove) {
        boolean fails = result.fails(finding);
        return new FindingView(
                id,
                fails ? Rating.BAD : Rating.CALM,
                "Sev " + result.severityOf(finding).level(),
                finding.check(),
                finding.kind(),
                text(browsers.few(finding)),
                text(finding.message()),
                finding.where().map(where -> text(where.toString())).orElse(""),
                finding.where().map(Location::excerpt).map(HtmlText::text).orElse(""),
                facts(finding),
                finding.hint().filter(hint -> !isToldAbove).map(HtmlText::text).orElse(""),
                first(finding.evidence(), MOST_EVIDENCE, "line"),
                finding.reproduce().map(HtmlText::text).orElse(""),
                finding.pages().size() > 1 ? pages(finding) : List.of(),
                fails ? shown(finding, id) : List.of());
    }

    private List<Fact> facts(Finding finding) {
        List<Fact> facts = new ArrayList<>();
        // What stands in the source is quoted there. No link: where it leads is up to the page.
        if (finding.where()
                .filter(where -> where.excerpt().contains(finding.subject()))
                .isEmpty()) {
            facts.add(new Fact("Subject", HtmlText.address(finding.subject())));
        }
        List<Fact> pages = pages(finding);
        if (pages.size() == 1 && result.pages().size() > 1) {
            facts.add(pages.get(0));
        }
        facts.add(new Fact("Expected", text(finding.expected())));
        facts.add(new Fact("Actual", text(finding.actual())));
        if (finding.attempts() > 1) {
            facts.add(new Fact("Looked", finding.attempts() + " times"));
        }
        return facts.stream().filter(fact -> !fact.text().isEmpty()).toList();
    }

    /** Each page leads to what the report tells of it. */
    private List<Fact> pages(Finding finding) {
        List<Fact> pages = new ArrayList<>();
        for (URI url :
                finding.pages().subList(0, Math.min(MOST_PAGES, finding.pages().size()))) {
            String link = IntStream.range(0, result.pages().size())
                    .filter(i -> result.pages().get(i).url().equals(url))
                    .mapToObj(i -> "#" + HtmlPages.id(i))
                    .findFirst()
                    .orElse("");
            pages.add(new Fact("Page", HtmlText.address(url.toString()), link));
        }
        if (finding.pages().size() > MOST_PAGES) {
            pages.add(
                    new Fact("Page", "and " + Wording.count(finding.pages().size() - (long) MOST_PAGES, "more page")));
        }
        return pages;
    }

    /** What the visitor sees of it: the first page of it that has a picture which is not shown yet. */
    private List<PictureView> shown(Finding finding, String id) {
        return IntStream.range(0, result.pages().size())
                .filter(i -> PageState.isOn(result.pages().get(i), finding)
                        && result.pages().get(i).screenshot().isPresent())
                .limit(1)
                .mapToObj(i -> pictures.shownAt(i, id))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> first(List<String> lines, int most, String noun) {
        List<String> shown =
                new ArrayList<>(lines.stream().limit(most).map(HtmlText::text).toList());
        if (lines.size() > most) {
            shown.add("and " + Wording.count(lines.size() - (long) most, "more " + noun));
        }
        return shown;
    }
}
