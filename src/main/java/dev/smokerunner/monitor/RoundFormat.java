package dev.smokerunner.monitor;

import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SeenCause;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;

/** A result as a round of an incident book: the findings that fail it are its causes. */
final class RoundFormat {
    private RoundFormat() {}

    static Round of(SmokeResult result, String place, boolean inMaintenance) {
        List<SeenCause> causes = result.verdict() == Verdict.FAIL
                ? result.findings().stream()
                        .filter(result::fails)
                        .map(finding -> cause(result, finding))
                        .toList()
                : List.of();
        return new Round(
                result.startedAt(),
                place,
                result.verdict(),
                causes,
                result.reason().orElse(""),
                inMaintenance);
    }

    private static SeenCause cause(SmokeResult result, Finding finding) {
        return new SeenCause(finding.fingerprint(), result.severityOf(finding), finding.message());
    }
}
