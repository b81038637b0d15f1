package dev.smokerunner.report;

import static dev.smokerunner.report.TerminalText.field;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages on the console, one line each; of many pages only those that are not well. */
final class ConsolePages {
    private static final int MOST_PAGES = 10;

    private final SmokeResult result;
    private final ConsoleLines lines;
    private final ConsoleStyle style;

    ConsolePages(SmokeResult result, ConsoleLines lines, ConsoleStyle style) {
        this.result = result;
        this.lines = lines;
        this.style = style;
    }

    /** A line for each page that is shown, and what the others come to. */
    void write() throws IOException {
        if (result.pages().isEmpty()) {
            return;
        }
        lines.blank();
        List<PageResult> shown = shown();
        for (PageResult page : shown) {
            write(page);
        }
        List<PageResult> hidden = new ArrayList<>(result.pages());
        hidden.removeAll(shown);
        long well = hidden.stream()
                .filter(page -> PageState.of(page, result) == PageState.OK)
                .count();
        if (well > 0) {
            lines.heading(Rating.GOOD, "ok", Wording.count(well, "page"));
        }
        if (hidden.size() > well) {
            lines.heading(Rating.BAD, "...", Wording.count(hidden.size() - well, "more page") + " not ok");
        }
    }

    private List<PageResult> shown() {
        if (style.verbose() || result.pages().size() <= MOST_PAGES) {
            return result.pages();
        }
        return result.pages().stream()
                .filter(page -> PageState.of(page, result) != PageState.OK)
                .limit(MOST_PAGES)
                .toList();
    }

    private void write(PageResult page) throws IOException {
        PageState state = PageState.of(page, result);
        String status = page.status().isPresent() ? "" + page.status().getAsInt() : "no answer";
        String reached = reached(page.timings());
        lines.heading(
                state.rating(),
                Wording.word(state),
                field(page.url().toString())
                        + page.browser().map(browser -> " in " + field(browser)).orElse("") + "  " + status + ", "
                        + reached
                        + Wording.count(page.requests(), "request") + ", "
                        + Wording.count(page.references(), "reference"));
        if (style.verbose()) {
            lines.fact("times", times(page.timings()));
            for (String note : page.notes()) {
                lines.fact("note", field(note));
            }
        }
    }

    /** The furthest that the page got; the earlier times are for those who ask for them. */
    private static String reached(Timings timings) {
        return timings.ready()
                .map(time -> "ready " + DurationWords.measured(time) + ", ")
                .or(() -> timings.load().map(time -> "load " + DurationWords.measured(time) + ", "))
                .or(() -> timings.document().map(time -> "document " + DurationWords.measured(time) + ", "))
                .orElse("");
    }

    private static String times(Timings timings) {
        return "document " + time(timings.document()) + ", DOM content loaded " + time(timings.domContentLoaded())
                + ", load " + time(timings.load()) + ", ready " + time(timings.ready());
    }

    private static String time(Optional<Duration> time) {
        return time.map(DurationWords::measured).orElse("-");
    }
}
