package dev.smokerunner.report;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.util.Comparator;
import java.util.List;

/** What Nagios knows of a service; the code is the exit code that its guidelines for plugins fix. */
public enum NagiosStatus {
    /** It works. */
    OK(0),
    /** What fails it has an impact of Sev 3 or less. */
    WARNING(1),
    /** What fails it has an impact of Sev 1 or 2. */
    CRITICAL(2),
    /** It could not be found out. */
    UNKNOWN(3);

    /** Nagios reads 8 KiB in all, and a pager shows far less. */
    private static final int TEXT = 400;

    private final int code;

    NagiosStatus(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /**
     * The line that tells it, without a line feed. A bar would begin the numbers, old web interfaces show what they get as HTML, and
     * commands that notify somebody have it between double quotes of a shell.
     *
     * @param text why
     */
    public String line(String text) {
        return "SMOKE " + this + ": "
                + TerminalText.line(Visible.line(text, TEXT))
                        .replace("|", "\\x7c")
                        .replace("<", "\\x3c")
                        .replace(">", "\\x3e")
                        .replace("`", "\\x60")
                        .replace("$", "\\x24")
                        .replace('"', '\'');
    }

    /** The status that a result has. */
    public static NagiosStatus of(SmokeResult result) {
        return switch (result.verdict()) {
            case PASS -> OK;
            case INCONCLUSIVE -> UNKNOWN;
            case FAIL ->
                result.findings().stream()
                        .map(Finding::impact)
                        .filter(impact -> impact.isAtLeast(Severity.SEV2))
                        .map(impact -> CRITICAL)
                        .findAny()
                        .orElse(WARNING);
        };
    }

    /** The status of several results: what is broken comes before what is not known, as the guidelines have it. */
    public static NagiosStatus worst(List<SmokeResult> results) {
        return results.stream()
                .map(NagiosStatus::of)
                .max(Comparator.comparingInt(NagiosStatus::badness))
                .orElse(UNKNOWN);
    }

    private int badness() {
        return switch (this) {
            case OK -> 0;
            case UNKNOWN -> 1;
            case WARNING -> 2;
            case CRITICAL -> 3;
        };
    }
}
