package dev.smokerunner.cli;

import dev.smokerunner.report.ConsoleStyle;
import dev.smokerunner.report.Report;
import dev.smokerunner.report.ReportProblem;
import dev.smokerunner.report.ReportWriter;
import dev.smokerunner.report.Reports;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells results by the reports that were asked for, and the progress on one line of standard error. */
final class ReportTeller implements Teller {
    private final Telling telling;
    private final ConsoleStyle style;
    private final ProgressLine progress;

    /**
     * A teller.
     *
     * @param system the environment variables, which say what the terminal can do, and the clock
     * @param terminal whether a person is watching
     */
    ReportTeller(Telling telling, LocalSystem system, boolean terminal) {
        this.telling = telling;
        this.style = style(telling, system.environment(), terminal);
        boolean quiet = telling.voice() == Telling.Voice.QUIET;
        this.progress = new ProgressLine(
                System.err, ProgressLine.Manner.fitting(system.environment(), terminal, quiet), system.clock());
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public List<String> tell(List<SmokeResult> results) {
        progress.clear();
        List<Report> reports = telling.formats().stream()
                .flatMap(name -> Reports.named(name, style).stream())
                .toList();
        List<ReportProblem> problems = new ReportWriter(reports, telling.output(), style).write(results, telling.out());
        List<String> untold =
                new ArrayList<>(problems.stream().map(ReportProblem::toString).toList());
        // A person who stops reading (a closed pager) has read enough; a program that gets half a report has not.
        if (telling.out().checkError() && reports.stream().allMatch(Report::readByPrograms)) {
            untold.add("cannot write the report to standard output");
        }
        return untold;
    }

    private static ConsoleStyle style(Telling telling, Map<String, String> environment, boolean terminal) {
        ConsoleStyle fitting = ConsoleStyle.fitting(environment, terminal);
        ConsoleStyle allowed = telling.colour() ? fitting : fitting.withoutColour();
        return switch (telling.voice()) {
            case QUIET -> allowed.quietly();
            case NORMAL -> allowed;
            case VERBOSE -> allowed.verbosely();
        };
    }
}
