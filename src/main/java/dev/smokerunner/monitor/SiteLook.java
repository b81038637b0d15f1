package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.history.RoundRecord;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SeenCause;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * One look at a site, and what came of it.
 *
 * @param site what was looked at
 * @param place from where; empty where the runner has no location
 * @param runner who looked
 * @param result what came of it
 * @param tellsOfTheSite whether incidents are judged by it; not where this machine's own network was down, nor where nobody
 *     would be told
 */
public record SiteLook(WatchedSite site, String place, String runner, SmokeResult result, boolean tellsOfTheSite)
        implements Look {
    /** Rejects null. */
    public SiteLook {
        requireNonNull(site);
        requireNonNull(place);
        requireNonNull(runner);
        requireNonNull(result);
    }

    RoundRecord record() {
        return new RoundRecord(site.id(), place, runner, site.schedule().inMaintenance(result.startedAt()), result);
    }

    @Override
    public Round round() {
        List<SeenCause> causes = result.verdict() == Verdict.FAIL
                ? result.findings().stream()
                        .filter(result::fails)
                        .map(finding -> new SeenCause(
                                Source.CHECKS, finding.fingerprint(), result.severityOf(finding), finding.message()))
                        .toList()
                : List.of();
        return new Round(
                Source.CHECKS,
                result.startedAt(),
                place,
                result.verdict(),
                causes,
                result.reason().orElse(""),
                record().inMaintenance());
    }

    @Override
    public Optional<String> roundId() {
        return Optional.of(record().id());
    }

    @Override
    public boolean hasScreenshot() {
        return result.pages().stream().anyMatch(page -> page.screenshot().isPresent());
    }

    @Override
    public Alert.Trouble trouble(SeenCause cause) {
        Optional<Finding> finding = result.findings().stream()
                .filter(one -> one.fingerprint().equals(cause.fingerprint()))
                .findFirst();
        return new Alert.Trouble(
                finding.map(Finding::kind).orElse(cause.isUnknown() ? "inconclusive" : ""),
                cause.severity(),
                cause.summary(),
                finding.flatMap(Finding::where).map(Location::toString),
                finding.flatMap(Finding::hint),
                List.of());
    }

    @Override
    public String confirmation(IncidentEvent event) {
        IncidentRules rules = site.schedule().rules();
        String places = rules.failWhen() > 1 ? ", from " + rules.failWhen() + " places" : "";
        String pace = site.schedule().every().toSeconds() + " s apart";
        return switch (event.kind()) {
            case OPENED ->
                event.incident().flapping()
                        ? "it comes and goes" + places
                        : (event.incident().isUnknown()
                                ? "nobody could find out in " + rules.unknownAfter() + " rounds in a row, " + pace
                                : inARow("seen", rules.confirm(), ", " + pace) + places);
            case JOINED -> inARow("more of it is confirmed", rules.confirm(), "");
            case WORSENED -> "it is worse than it was";
            case FLAPPING -> "it comes and goes, and is held open until it does so no longer";
            case RESOLVED ->
                result.verdict() == Verdict.FAIL
                        ? "it is not seen any more; what is wrong now is told by itself"
                        : inARow("good", rules.recover(), ", " + pace);
        };
    }

    private static String inARow(String what, int rounds, String more) {
        return rounds == 1 ? what + " in one round" : what + " in " + rounds + " rounds in a row" + more;
    }
}
