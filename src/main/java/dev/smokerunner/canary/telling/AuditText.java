package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.audit.Risk;
import dev.smokerunner.report.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An audit for a terminal, worst first. */
public final class AuditText {
    private static final int WIDTH = 400;

    private AuditText() {}

    /** The lines. */
    public static List<String> lines(String project, List<Risk> risks) {
        List<String> lines = new ArrayList<>();
        long high =
                risks.stream().filter(risk -> risk.level() == Risk.Level.HIGH).count();
        lines.add((high > 0 ? "FAIL  " : "PASS  ") + field(project) + ": " + risks.size()
                + (risks.size() == 1 ? " risk, " : " risks, ") + high + " of them high");
        for (Risk risk : risks) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-6s  %s: %s",
                    risk.level().name().toLowerCase(Locale.ROOT),
                    field(risk.subject()),
                    field(risk.problem())));
            if (risk.level() != Risk.Level.LOW) {
                lines.add("        to do: " + field(risk.advice()));
            }
        }
        return lines.stream().map(TerminalText::line).toList();
    }

    private static String field(String text) {
        return TerminalText.field(text, WIDTH);
    }
}
