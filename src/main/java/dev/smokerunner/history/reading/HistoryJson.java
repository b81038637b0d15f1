package dev.smokerunner.history.reading;

import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in JSON what was read: the same thing by the same names wherever it is told. What there is not is null. */
public final class HistoryJson {
    private HistoryJson() {}

    /** A round. */
    public static void put(ObjectNode entry, RoundSummary round) {
        Phases phases = round.phases();
        entry.put("startedAt", round.startedAt().toString())
                .put("durationMs", round.duration().toMillis())
                .put("verdict", word(round.verdict()))
                .put("severity", round.severity().map(Severity::level).orElse(null))
                .put("reason", orNull(round.reason()))
                .put("location", round.place())
                .put("maintenance", round.inMaintenance());
        entry.putObject("timings")
                .put("documentMs", millis(phases.document()))
                .put("domContentLoadedMs", millis(phases.domContentLoaded()))
                .put("loadMs", millis(phases.load()))
                .put("readyMs", millis(phases.ready()));
    }

    /** What a round found. */
    public static void put(ArrayNode list, List<SeenFinding> findings) {
        findings.forEach(finding -> list.addObject()
                .put("check", finding.check())
                .put("kind", finding.kind())
                .put("severity", finding.severity().level())
                .put("subject", finding.subject())
                .put("message", finding.message())
                .put("where", finding.place().orElse(null))
                .put("hint", finding.hint().orElse(null)));
    }

    /** An incident. */
    public static void put(ObjectNode entry, IncidentSummary incident) {
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

    /** An incident, with what happened to it and who was told. */
    public static void putWhole(ObjectNode entry, IncidentSummary incident, IncidentReader reader) {
        put(entry, incident);
        ArrayNode timeline = entry.putArray("timeline");
        reader.steps(incident.id()).forEach(step -> put(timeline.addObject(), step));
        ArrayNode alerts = entry.putArray("alerts");
        reader.alerts(incident.id()).forEach(alert -> put(alerts.addObject(), alert));
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
                .put("state", word(alert.state()))
                .put("tries", alert.tries())
                .put("triedAt", time(alert.triedAt()))
                .put("trouble", orNull(alert.trouble()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
