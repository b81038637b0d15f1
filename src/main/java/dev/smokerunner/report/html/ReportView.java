package dev.smokerunner.report.html;

import java.util.List;

/**
 * A whole report. Texts are harmless where a browser shows them; the templates escape them for HTML. What there is not is empty.
 *
 * @param title of the window
 * @param styles the style sheet, where it is to stand in the file; empty where it lies beside it
 * @param rating of the verdict
 * @param subject what was checked
 * @param verdict in one word
 * @param severity of a failed run
 * @param why the verdict is what it is
 * @param todo what to do about the worst that was found
 * @param facts about the run
 * @param failing the findings that fail the run, worst first
 * @param notes the other findings
 * @param pages in the order of the plan
 * @param checks all of them
 * @param counts how many checks ended how
 * @param remarks on the config
 * @param version of this tool
 */
public record ReportView(
        String title,
        String styles,
        Rating rating,
        String subject,
        String verdict,
        String severity,
        String why,
        String todo,
        List<Fact> facts,
        List<FindingView> failing,
        List<FindingView> notes,
        List<PageView> pages,
        List<CheckView> checks,
        String counts,
        List<String> remarks,
        String version) {}
