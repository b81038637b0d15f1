package dev.smokerunner.status;

import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.HistoryJson;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
        HistoryJson.put(
                site.putArray("findings"),
                status.lastRound()
                        .map(round -> history.rounds().findings(round.id(), MOST_FINDINGS))
                        .orElse(List.of()));
        ArrayNode rounds = site.putArray("rounds");
        history.rounds().last(id, MOST_FINDINGS).forEach(round -> HistoryJson.put(rounds.addObject(), round));
        ArrayNode list = site.putArray("incidents");
        incidents.forEach(incident -> HistoryJson.put(list.addObject(), incident));
        return site.toString();
    }

    /** The last incidents, with what happened to them and who was told. */
    String incidents() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("incidents");
        history.incidents()
                .last(MOST_INCIDENTS)
                .forEach(incident -> HistoryJson.putWhole(list.addObject(), incident, history.incidents()));
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

    private static @Nullable Integer level(Optional<Severity> severity) {
        return severity.map(Severity::level).orElse(null);
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
