package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.Culprit;
import dev.smokerunner.canary.Trial;
import dev.smokerunner.canary.difference.FileChange;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer for a terminal. */
public final class CanaryText {
    private static final int WIDTH = 500;

    private CanaryText() {}

    /** One line for a try that is over. */
    public static String trial(Trial trial) {
        String number = trial.build().isPresent() ? "build " + trial.build().getAsInt() : "no build";
        return TerminalText.line(String.format(
                Locale.ROOT,
                "%-8s  %5.1f s  %s: %s",
                number,
                trial.took().toMillis() / 1000.0,
                TerminalText.field(trial.what()),
                OutcomeWords.brief(trial.outcome())));
    }

    /**
     * All of it, a line each.
     *
     * @param result what was made of it
     */
    public static List<String> lines(CanaryResult canary, SmokeResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(canary, result));
        lines.add("  " + Counts.upgrades(canary) + "; " + Counts.builds(canary));
        for (int at = 0; at < result.findings().size(); at++) {
            add(result.findings().get(at), lines);
            add(canary.culprits().get(at), canary, lines);
        }
        canary.safe().ifPresent(safe -> add(safe, canary, lines));
        if (!canary.culprits().isEmpty() && canary.safe().isEmpty()) {
            lines.add("SAFE SET  none is known: what is left without the culprits cannot be tried, or is broken too");
        }
        Differences.ofSafe(canary).ifPresent(differences -> {
            lines.add("");
            lines.add("what else differs with it, and is no failure:");
            differences.forEach(line -> lines.add("  " + field(line)));
        });
        if (!canary.isHeld()) {
            lines.add("note: " + Counts.NOT_HELD);
        }
        return lines.stream().map(TerminalText::line).toList();
    }

    private static String headline(CanaryResult canary, SmokeResult result) {
        String name = result.subject().name() + " " + result.subject().environment();
        return switch (result.verdict()) {
            case PASS ->
                "PASS  " + name + ": "
                        + (canary.candidates().isEmpty()
                                ? "nothing is newer than the lock"
                                : "the page works with all upgrades");
            case FAIL ->
                "FAIL  " + name + ": "
                        + canary.culprits().stream().map(Culprit::words).collect(Collectors.joining("; "));
            case INCONCLUSIVE ->
                "INCONCLUSIVE  " + name + ": " + field(result.reason().orElse(""));
        };
    }

    private static void add(Finding finding, List<String> lines) {
        lines.add("");
        lines.add("CULPRIT  " + field(finding.message()));
        lines.add("  expected: " + field(finding.expected()));
        lines.add("  actual:   " + field(finding.actual()));
        finding.hint().ifPresent(hint -> lines.add("  to do:    " + field(hint)));
    }

    private static void add(Culprit culprit, CanaryResult canary, List<String> lines) {
        for (FileChange change : Differences.pages(culprit, canary)) {
            lines.add("  " + field(change.file()) + " as it is locked, and with " + field(culprit.words()) + ":");
            change.before().forEach(line -> lines.add("    - " + field(line)));
            change.after().forEach(line -> lines.add("    + " + field(line)));
        }
        FactWords.of(culprit)
                .ifPresent(facts -> lines.add("  " + culprit.blamed().name() + ": " + field(facts)));
    }

    private static void add(SafeSet safe, CanaryResult canary, List<String> lines) {
        if (canary.culprits().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("SAFE SET  verified by a build of its own: "
                + Counts.count(safe.upgrades().size()) + ", " + field(PinWords.pins(safe.pins())));
        safe.upgrades().stream().map(Upgrade::toString).forEach(upgrade -> lines.add("  " + field(upgrade)));
    }

    private static String field(String text) {
        return TerminalText.field(text, WIDTH);
    }
}
