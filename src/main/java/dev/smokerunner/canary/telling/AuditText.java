package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.audit.Audit;
import dev.smokerunner.canary.audit.Risk;
import dev.smokerunner.report.TerminalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An audit for a terminal, worst first. */
public final class AuditText {
    private static final int WIDTH = 400;

    private AuditText() {}

    /** The lines. */
    public static List<String> lines(String project, Audit audit) {
        List<String> lines = new ArrayList<>();
        List<Risk> risks = audit.risks();
        lines.add((audit.high() > 0 ? "FAIL  " : "PASS  ") + field(project) + ": " + risks.size()
                + (risks.size() == 1 ? " risk, " : " risks, ") + audit.high() + " of them high");
        lines.add("read    " + audit.lock().orElse("no lock, because there is none") + "; " + ciFiles(audit));
        for (int at = 0; at < risks.size(); at++) {
            Risk risk = risks.get(at);
            boolean isSaidNext = at + 1 < risks.size() && isOneAdvice(risk, risks.get(at + 1));
            lines.add(String.format(
                    Locale.ROOT,
                    "%-6s  %s: %s",
                    risk.level().name().toLowerCase(Locale.ROOT),
                    field(risk.subject()),
                    field(risk.problem())));
            // Several in a row with the same advice get it once.
            if (!isSaidNext) {
                lines.add("        to do: " + field(risk.advice()));
            }
        }
        return lines.stream().map(TerminalText::line).toList();
    }

    private static String ciFiles(Audit audit) {
        return audit.ciFiles().isEmpty()
                ? "no file of a build server was found, so how it installs is not known"
                : field(audit.ciFiles().stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private static boolean isOneAdvice(Risk risk, Risk next) {
        return risk.level() == next.level() && risk.advice().equals(next.advice());
    }

    private static String field(String text) {
        return TerminalText.field(text, WIDTH);
    }
}
