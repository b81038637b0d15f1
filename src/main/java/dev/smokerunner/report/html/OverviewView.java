package dev.smokerunner.report.html;

import java.util.List;

/**
 * A page that leads to the reports of several results. Texts are as in {@link ReportView}.
 *
 * @param title of the window
 * @param styles the style sheet, where it is to stand in the file; empty where it lies beside it
 * @param rating of the worst verdict
 * @param verdict the worst of all
 * @param severity the worst of all; empty where nothing failed
 * @param why how many ended how
 * @param rows the results, worst first
 * @param version of this tool
 */
public record OverviewView(
        String title,
        String styles,
        Rating rating,
        String verdict,
        String severity,
        String why,
        List<OverviewRow> rows,
        String version) {

    /**
     * A result.
     *
     * @param rating of its verdict
     * @param verdict in one word
     * @param severity of a failed run; else empty
     * @param subject what was checked
     * @param target where
     * @param why the verdict is what it is
     * @param link its own report
     */
    public record OverviewRow(
            Rating rating, String verdict, String severity, String subject, String target, String why, String link) {}
}
