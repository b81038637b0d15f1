package dev.smokerunner.cli;

import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.SiteLook;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line for each round, for people or as JSON. Problems and notes go to standard error. */
final class MonitorText implements MonitorLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean asJson;
    private final Supplier<Instant> now;
    private final List<ExitCode> codes = new ArrayList<>();

    MonitorText(PrintWriter out, PrintWriter err, boolean asJson, Supplier<Instant> now) {
        this.out = out;
        this.err = err;
        this.asJson = asJson;
        this.now = now;
    }

    @Override
    public synchronized void round(SiteLook look, SiteMemory memory) {
        codes.add(ExitCode.of(look.result().verdict()));
        out.println(asJson ? json(look, memory) : line(look, memory));
        out.flush();
    }

    @Override
    public synchronized void problem(String text) {
        say(text);
    }

    @Override
    public synchronized void note(String text) {
        say(text);
    }

    private void say(String text) {
        err.println(TerminalText.line(time(now.get()) + "  " + TerminalText.field(text)));
        err.flush();
    }

    /**
     * What rounds that were asked for once end with.
     *
     * @param untold how many messages did not arrive
     */
    synchronized ExitCode exitCode(int untold) {
        if (untold > 0) {
            say(untold + (untold == 1 ? " alert" : " alerts")
                    + " did not arrive; the next round tries those again that may");
            codes.add(ExitCode.INCONCLUSIVE);
        }
        return ExitCode.worst(codes);
    }

    private static String line(SiteLook look, SiteMemory memory) {
        SmokeResult result = look.result();
        List<String> parts = new ArrayList<>();
        parts.add(time(result.startedAt()));
        parts.add(String.format(Locale.ROOT, "%-12s", word(result.verdict())));
        parts.add(TerminalText.field(look.site().id()));
        parts.add(String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0));
        parts.add(state(result, memory));
        result.findings().stream()
                .filter(result::fails)
                .findFirst()
                .map(finding -> why(result, finding))
                .or(result::reason)
                .map(TerminalText::field)
                .ifPresent(parts::add);
        return TerminalText.line(String.join("  ", parts));
    }

    private static String why(SmokeResult result, Finding finding) {
        return "Sev " + result.severityOf(finding).level() + ": " + finding.message();
    }

    private static String state(SmokeResult result, SiteMemory memory) {
        String state = memory.state().word();
        boolean isUnconfirmed = result.verdict() == Verdict.FAIL
                && memory.state() != SiteState.FAILING
                && memory.state() != SiteState.MAINTENANCE;
        boolean isRecovering = result.verdict() == Verdict.PASS && memory.state() == SiteState.FAILING;
        return state + (isUnconfirmed ? " (not confirmed yet)" : "") + (isRecovering ? " (recovering)" : "");
    }

    private static String json(SiteLook look, SiteMemory memory) {
        SmokeResult result = look.result();
        ObjectNode line = JSON.createObjectNode()
                .put("name", result.subject().name())
                .put("environment", result.subject().environment())
                .put("verdict", word(result.verdict()))
                .put("state", memory.state().word())
                .put("durationMs", result.duration().toMillis())
                .put("startedAt", result.startedAt().toString())
                .put("location", look.place());
        line.put("severity", result.severity().map(Severity::level).orElse(null));
        line.put("reason", result.reason().orElse(null));
        ArrayNode findings = line.putArray("findings");
        result.findings().stream().filter(result::fails).forEach(finding -> findings.addObject()
                .put("kind", finding.kind())
                .put("fingerprint", finding.fingerprint())
                .put("severity", result.severityOf(finding).level())
                .put("message", finding.message()));
        return JSON.writeValueAsString(line);
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
