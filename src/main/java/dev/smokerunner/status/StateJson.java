package dev.smokerunner.status;

import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.Phases;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in JSON what the pages know. What there is not is null.
 *
 * @param history what is said of it
 */
record StateJson(StatusHistory history) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_INCIDENTS = 100;
    private static final int MOST_FINDINGS = 100;

    /** How all sites are. */
    String state(Instant now) {
        Map<String, String> worst = worstOpen();
        ObjectNode root = JSON.createObjectNode();
        ArrayNode sites = root.putArray("sites");
        history.sites().all().forEach(status -> put(sites.addObject(), status, worst, new Freshness(now)));
        return root.toString();
    }

    /** The ids of the worst open incidents, by site. */
    private Map<String, String> worstOpen() {
        Map<String, String> worst = new HashMap<>();
        history.incidents().open().forEach(one -> worst.putIfAbsent(one.name() + "/" + one.environment(), one.id()));
        return worst;
    }

    /** Whatever is known of one site. */
    String site(SiteStatus status, Counts counts, Instant now) {
        String id = status.site().id();
        List<IncidentSummary> incidents = history.incidents().last(id, MOST_INCIDENTS);
        ObjectNode site = JSON.createObjectNode();
        put(site, status, worstOpen(), new Freshness(now));
        site.put("target", status.site().target());
        site.put("owner", status.site().owner().orElse(null));
        site.put("runbook", status.site().runbook().orElse(null));
        site.put("everyMs", status.site().every().toMillis());
        site.putObject("availability30Days").put("passed", counts.passed()).put("failed", counts.failed());
        ArrayNode findings = site.putArray("findings");
        status.lastRound()
                .map(round -> history.rounds().findings(round.id(), MOST_FINDINGS))
                .orElse(List.of())
                .forEach(finding -> findings.addObject()
                        .put("check", finding.check())
                        .put("kind", finding.kind())
                        .put("severity", finding.severity().level())
                        .put("subject", finding.subject())
                        .put("message", finding.message())
                        .put("where", finding.place().orElse(null))
                        .put("hint", finding.hint().orElse(null)));
        ArrayNode rounds = site.putArray("rounds");
        history.rounds().last(id, MOST_FINDINGS).forEach(round -> put(rounds.addObject(), round));
        ArrayNode list = site.putArray("incidents");
        incidents.forEach(incident -> put(list.addObject(), incident));
        return site.toString();
    }

    /** The last incidents, with what happened to them and who was told. */
    String incidents() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("incidents");
        for (IncidentSummary incident : history.incidents().last(MOST_INCIDENTS)) {
            ObjectNode entry = list.addObject();
            put(entry, incident);
            ArrayNode steps = entry.putArray("timeline");
            history.incidents().steps(incident.id()).forEach(step -> put(steps.addObject(), step));
            ArrayNode alerts = entry.putArray("alerts");
            history.incidents().alerts(incident.id()).forEach(alert -> put(alerts.addObject(), alert));
        }
        return root.toString();
    }

    private static void put(ObjectNode entry, SiteStatus status, Map<String, String> worst, Freshness freshness) {
        entry.put("name", status.site().name())
                .put("environment", status.site().environment())
                .put("state", freshness.state(status).word())
                .put("severity", level(status.severity()))
                .put("since", time(freshness.since(status)))
                .put("lastRound", time(status.lastRound().map(RoundSummary::endedAt)))
                .put("incident", worst.get(status.site().id()));
    }

    private static void put(ObjectNode entry, RoundSummary round) {
        Phases phases = round.phases();
        entry.put("startedAt", round.startedAt().toString())
                .put("durationMs", round.duration().toMillis())
                .put("verdict", round.verdict().name().toLowerCase(Locale.ROOT))
                .put("severity", level(round.severity()))
                .put("reason", round.reason().isEmpty() ? null : round.reason())
                .put("place", round.place())
                .put("inMaintenance", round.inMaintenance());
        entry.putObject("timings")
                .put("documentMs", millis(phases.document()))
                .put("domContentLoadedMs", millis(phases.domContentLoaded()))
                .put("loadMs", millis(phases.load()))
                .put("readyMs", millis(phases.ready()));
    }

    private static void put(ObjectNode entry, IncidentSummary incident) {
        entry.put("id", incident.id())
                .put("name", incident.name())
                .put("environment", incident.environment())
                .put("title", incident.title())
                .put("severity", incident.severity().level())
                .put("since", incident.since().toString())
                .put("openedAt", incident.openedAt().toString())
                .put("resolvedAt", time(incident.resolvedAt()))
                .put("flapping", incident.isFlapping());
    }

    private static void put(ObjectNode entry, IncidentStep step) {
        entry.put("kind", step.kind().word())
                .put("at", step.at().toString())
                .put("severity", step.severity().level());
        step.causes().forEach(entry.putArray("causes")::add);
    }

    private static void put(ObjectNode entry, SentAlert alert) {
        entry.put("channel", alert.channel())
                .put("createdAt", alert.createdAt().toString())
                .put("state", alert.state().name().toLowerCase(Locale.ROOT))
                .put("tries", alert.tries())
                .put("triedAt", time(alert.triedAt()))
                .put("trouble", alert.trouble().isEmpty() ? null : alert.trouble());
    }

    private static @Nullable Integer level(Optional<Severity> severity) {
        return severity.map(Severity::level).orElse(null);
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
