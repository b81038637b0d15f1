package dev.smokerunner.monitor;

import dev.smokerunner.report.ConsoleStyle;
import dev.smokerunner.report.Report;
import dev.smokerunner.report.Reports;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A result in one of the formats of reports, in memory. */
final class ReportText {
    private ReportText() {}

    /**
     * The text.
     *
     * @param format the name of a format, e.g. {@code json}
     */
    static String of(String format, SmokeResult result) {
        Report report = Reports.named(format, ConsoleStyle.PLAIN).orElseThrow();
        StringBuilder text = new StringBuilder();
        try {
            report.write(result, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }
}
