package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.Culprit;
import dev.smokerunner.canary.difference.FileChange;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.report.MarkdownText;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answer as the text of an issue, in Markdown. */
public final class CanaryIssue {
    private CanaryIssue() {}

    /**
     * The text.
     *
     * @param result what was made of it
     */
    public static String text(CanaryResult canary, SmokeResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + prose(title(canary, result)));
        lines.add("");
        lines.add(prose(Counts.upgrades(canary) + "; " + Counts.builds(canary) + "."));
        result.reason().ifPresent(reason -> lines.add("\n" + prose(reason)));
        for (int at = 0; at < result.findings().size(); at++) {
            add(result.findings().get(at), canary.culprits().get(at), canary, lines);
        }
        canary.safe().filter(safe -> !canary.culprits().isEmpty()).ifPresent(safe -> add(safe, lines));
        Differences.ofSafe(canary).ifPresent(differences -> add(differences, lines));
        if (!canary.culprits().isEmpty()) {
            lines.add("\n## To keep it out\n\n```");
            lines.addAll(KeepOutRules.of(canary));
            lines.add("```");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String title(CanaryResult canary, SmokeResult result) {
        String name = result.subject().name();
        return switch (result.verdict()) {
            case PASS -> name + ": all upgrades work";
            case FAIL ->
                name + ": upgrade breaks: "
                        + canary.culprits().stream().map(Culprit::words).collect(Collectors.joining("; "));
            case INCONCLUSIVE -> name + ": the canary could not find out";
        };
    }

    private static void add(Finding finding, Culprit culprit, CanaryResult canary, List<String> lines) {
        lines.add("\n## " + prose(finding.message()) + "\n");
        OutcomeWords.evidence(culprit.outcome()).forEach(line -> lines.add("- " + prose(line)));
        for (FileChange change : Differences.pages(culprit, canary)) {
            lines.add("\n" + prose(change.file() + " as it is locked, and with the upgrade:") + "\n");
            change.before().forEach(line -> lines.add("- before: " + MarkdownText.code(line)));
            change.after().forEach(line -> lines.add("- after: " + MarkdownText.code(line)));
        }
        FactWords.of(culprit)
                .ifPresent(facts -> lines.add("\n" + prose(culprit.blamed().name() + ": " + facts)));
        finding.hint().ifPresent(hint -> lines.add("\n**To do:** " + prose(hint)));
    }

    private static void add(SafeSet safe, List<String> lines) {
        lines.add("\n## Safe set\n");
        lines.add("Verified by a build of its own, with " + prose(PinWords.pins(safe.pins())) + ":\n");
        safe.upgrades().stream().map(Upgrade::toString).forEach(upgrade -> lines.add("- " + prose(upgrade)));
    }

    private static void add(List<String> differences, List<String> lines) {
        lines.add("\n## What else differs with it, and is no failure\n");
        differences.forEach(line -> lines.add("- " + prose(line)));
    }

    private static String prose(String text) {
        return MarkdownText.prose(text);
    }
}
