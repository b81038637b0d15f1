package dev.smokerunner.report;

import static dev.smokerunner.report.TerminalText.field;

import dev.smokerunner.report.ConsoleLines.Ink;
import dev.smokerunner.result.Outcome;
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
        long well = hidden.stream().filter(page -> state(page) == State.OK).count();
        if (well > 0) {
            lines.heading(Ink.GOOD, "ok", Wording.count(well, "page"));
        }
        if (hidden.size() > well) {
            lines.heading(Ink.BAD, "...", Wording.count(hidden.size() - well, "more page") + " not ok");
        }
    }

    private List<PageResult> shown() {
        if (style.verbose() || result.pages().size() <= MOST_PAGES) {
            return result.pages();
        }
        return result.pages().stream()
                .filter(page -> state(page) != State.OK)
                .limit(MOST_PAGES)
                .toList();
    }

    private void write(PageResult page) throws IOException {
        State state = state(page);
        String status = page.status().isPresent() ? "" + page.status().getAsInt() : "no answer";
        String reached = reached(page.timings());
        lines.heading(
                state.ink,
                state.word,
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
                .map(time -> "ready " + Wording.duration(time) + ", ")
                .or(() -> timings.load().map(time -> "load " + Wording.duration(time) + ", "))
                .or(() -> timings.document().map(time -> "document " + Wording.duration(time) + ", "))
                .orElse("");
    }

    private static String times(Timings timings) {
        return "document " + time(timings.document()) + ", DOM content loaded " + time(timings.domContentLoaded())
                + ", load " + time(timings.load()) + ", ready " + time(timings.ready());
    }

    private static String time(Optional<Duration> time) {
        return time.map(Wording::duration).orElse("-");
    }

    private State state(PageResult page) {
        boolean failed = result.findings().stream()
                .filter(result::fails)
                .anyMatch(finding -> finding.pages().contains(page.url())
                        && (finding.browsers().isEmpty()
                                || page.browser()
                                        .filter(finding.browsers()::contains)
                                        .isPresent()));
        if (failed) {
            return State.FAILED;
        }
        boolean errored = page.checks().stream().anyMatch(check -> check.outcome() == Outcome.ERRORED);
        return errored ? State.ERRORED : State.OK;
    }

    private enum State {
        OK("ok", Ink.GOOD),
        FAILED("failed", Ink.BAD),
        ERRORED("errored", Ink.UNSURE);

        private final String word;
        private final Ink ink;

        State(String word, Ink ink) {
            this.word = word;
            this.ink = ink;
        }
    }
}
