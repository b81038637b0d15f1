package dev.smokerunner.report;

import java.util.List;
import java.util.Optional;

/** The one list of all report formats. */
public final class Reports {

    private Reports() {}

    /** Every format, the console in the given style. */
    public static List<Report> all(ConsoleStyle style) {
        return List.of(
                new ConsoleReport(style),
                new JsonReport(),
                new JUnitReport(),
                HtmlReport.inADirectory(),
                HtmlReport.inOneFile());
    }

    /** The format of a name; absent if there is none. */
    public static Optional<Report> named(String name, ConsoleStyle style) {
        return all(style).stream().filter(report -> report.name().equals(name)).findFirst();
    }
}
