package dev.smokerunner.report;

import static dev.smokerunner.report.HtmlText.text;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.PageView;
import dev.smokerunner.report.html.PictureView;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of an HTML report. */
final class HtmlPages {
    /** More of them at once are a wall. */
    private static final int MOST_OPEN = 3;

    private final SmokeResult result;
    private final HtmlPictures pictures;
    private final HtmlWaterfall waterfall;
    private int open;

    HtmlPages(SmokeResult result, HtmlPictures pictures) {
        this.result = result;
        this.pictures = pictures;
        waterfall = new HtmlWaterfall(result);
    }

    /** The name of a page within the report, by its place in the result. */
    static String id(int index) {
        return "page-" + (index + 1);
    }

    PageView of(int index) {
        PageResult page = result.pages().get(index);
        PageState state = PageState.of(page, result);
        List<PictureView> shown = pictures.shownAt(index, id(index));
        String shownAt = shown.isEmpty() ? pictures.placeOf(index) : "";
        return new PageView(
                id(index),
                state.rating(),
                isOpen(state),
                Wording.word(state),
                HtmlText.address(page.url().toString())
                        + page.browser().map(browser -> " in " + text(browser)).orElse(""),
                summary(page),
                isOnTheWeb() ? HtmlText.link(page.url().toString()) : "",
                shown,
                shown.isEmpty() ? pictureNote(index, shownAt) : "",
                shownAt.isEmpty() ? "" : "#" + shownAt,
                times(page.timings()),
                page.notes().stream().map(HtmlText::text).toList(),
                waterfall.of(page));
    }

    private boolean isOpen(PageState state) {
        boolean isWorthIt = state != PageState.OK || result.pages().size() <= MOST_OPEN;
        return isWorthIt && open++ < MOST_OPEN;
    }

    /** A package was served by this tool, and its pages are gone. */
    private boolean isOnTheWeb() {
        return !HtmlText.link(result.subject().target()).isEmpty();
    }

    private String pictureNote(int index, String shownAt) {
        if (!shownAt.isEmpty()) {
            return "Its picture stands with the finding.";
        }
        return result.pages().get(index).screenshot().isPresent()
                ? "Its picture is left out: with it this file would be too large to be sent."
                : "There is no picture of it.";
    }

    private static String summary(PageResult page) {
        List<String> parts = new ArrayList<>();
        parts.add(page.status().isPresent() ? "status " + page.status().getAsInt() : "no answer");
        page.timings().ready().or(page.timings()::load).ifPresent(time -> parts.add(DurationWords.measured(time)));
        parts.add(Wording.count(page.requests(), "request"));
        parts.add(Wording.count(page.references(), "reference"));
        return String.join(", ", parts);
    }

    private static List<Fact> times(Timings timings) {
        List<Fact> facts = new ArrayList<>();
        put(facts, "Document", timings.document());
        put(facts, "DOM content loaded", timings.domContentLoaded());
        put(facts, "Load", timings.load());
        put(facts, "Ready", timings.ready());
        return facts;
    }

    private static void put(List<Fact> facts, String name, Optional<Duration> time) {
        facts.add(new Fact(name, time.map(DurationWords::measured).orElse("not reached")));
    }
}
