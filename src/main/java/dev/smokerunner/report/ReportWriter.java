package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells results in the formats that were asked for: some to standard output, the others to files.
 *
 * <p>A format that programs read and that is asked for alone goes to standard output, and then no file is written.
 */
public final class ReportWriter {
    private final List<Report> reports;
    private final Path directory;
    private final ConsoleStyle style;
    private final boolean isNew;

    /**
     * A writer of these formats.
     *
     * @param reports the formats; each at most once
     * @param directory where the files go; it is made if it is not there
     * @param style how the console looks; a quiet one does not say where the files are
     */
    public ReportWriter(List<Report> reports, Path directory, ConsoleStyle style) {
        this.reports = List.copyOf(reports);
        this.directory = directory;
        this.style = style;
        isNew = true;
    }

    private ReportWriter(ReportWriter writer) {
        reports = writer.reports;
        directory = writer.directory;
        style = writer.style;
        isNew = false;
    }

    /** The same for results of an earlier run: what other reports tell of it stays, and so do its pictures. */
    public ReportWriter ofAnEarlierRun() {
        return new ReportWriter(this);
    }

    /**
     * Writes all reports that can be written.
     *
     * @param results what was found out, one result per environment
     * @param out standard output
     * @return the reports that could not be written; the others are whole
     */
    public List<ReportProblem> write(List<SmokeResult> results, Appendable out) {
        if (reports.size() == 1 && reports.get(0).readByPrograms()) {
            List<SmokeResult> withoutFiles =
                    results.stream().map(Screenshots::removedFrom).toList();
            return toStandardOutput(reports, withoutFiles, out);
        }
        List<Report> files =
                reports.stream().filter(report -> report.fileName().isPresent()).toList();
        List<ReportProblem> problems = new ArrayList<>();
        List<Path> written = List.of();
        if (!files.isEmpty()) {
            ReportDirectory target = new ReportDirectory(directory, files, isNew);
            target.write(results);
            problems.addAll(target.problems());
            written = target.written();
        }
        List<Report> spoken =
                reports.stream().filter(report -> report.fileName().isEmpty()).toList();
        problems.addAll(toStandardOutput(spoken, results, out));
        if (spoken.stream().anyMatch(ConsoleReport.class::isInstance) && !style.quiet()) {
            problems.addAll(sayWhere(written, out));
        }
        return problems;
    }

    private static List<ReportProblem> toStandardOutput(
            List<Report> reports, List<SmokeResult> results, Appendable out) {
        try {
            for (Report report : reports) {
                report.writeAll(results, out);
            }
            return List.of();
        } catch (IOException e) {
            return List.of(ReportProblem.of("standard output", e));
        }
    }

    private static List<ReportProblem> sayWhere(List<Path> written, Appendable out) {
        if (written.isEmpty()) {
            return List.of();
        }
        try {
            String files = written.stream()
                    .map(file -> TerminalText.field(file.toString()))
                    .collect(Collectors.joining(", "));
            out.append(TerminalText.line("reports: " + files)).append('\n');
            return List.of();
        } catch (IOException e) {
            return List.of(ReportProblem.of("standard output", e));
        }
    }
}
