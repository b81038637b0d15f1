package dev.smokerunner.cli;

import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.HistoryJson;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is remembered of sites, as text, JSON or CSV.
 *
 * @param rounds the looks at them
 * @param incidents what was wrong
 * @param last how many of each are told of each site
 * @param freshness whether that is of now
 */
record HistoryText(RoundReader rounds, IncidentReader incidents, int last, Freshness freshness) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FINDINGS = 50;

    String lines(List<SiteStatus> sites) {
        List<String> lines = new ArrayList<>();
        if (sites.isEmpty()) {
            lines.add("nothing is remembered of it");
        }
        for (SiteStatus status : sites) {
            SiteRecord site = status.site();
            lines.add(site.name() + " (" + site.environment() + "): "
                    + freshness.state(status).word()
                    + severity(status.severity())
                    + freshness
                            .since(status)
                            .map(since -> ", since " + time(since))
                            .orElse("") + "  " + site.target());
            incidents.last(site.id(), last).forEach(incident -> lines.addAll(incident(incident)));
            rounds.last(site.id(), last).forEach(round -> lines.add("  " + round(round)));
        }
        return lines.stream()
                .map(line -> TerminalText.line(TerminalText.field(line, 400)) + "\n")
                .collect(Collectors.joining());
    }

    private List<String> incident(IncidentSummary incident) {
        List<String> lines = new ArrayList<>();
        lines.add("  incident" + severity(Optional.of(incident.severity())) + ", "
                + incident.resolvedAt()
                        .map(end -> time(incident.since()) + " to " + time(end) + " ("
                                + DurationWords.of(Duration.between(incident.since(), end)) + ")")
                        .orElse("open since " + time(incident.since()))
                + (incident.isFlapping() ? ", comes and goes" : "") + ": " + incident.title());
        lines.add("    id " + incident.id());
        incidents.alerts(incident.id()).forEach(alert -> lines.add("    " + alert(alert)));
        return lines;
    }

    private static String alert(SentAlert alert) {
        String tries = alert.tries() == 1 ? "1 try" : alert.tries() + " tries";
        String state =
                switch (alert.state()) {
                    case DELIVERED ->
                        "delivered " + alert.triedAt().map(HistoryText::time).orElse("");
                    case WAITING -> "waits, after " + tries;
                    case DEAD -> "given up after " + tries;
                };
        return "alert to " + alert.channel() + ", decided " + time(alert.createdAt()) + ": " + state
                + (alert.trouble().isEmpty() ? "" : ": " + alert.trouble());
    }

    private static String round(RoundSummary round) {
        return time(round.startedAt()) + "  "
                + String.format(
                        Locale.ROOT,
                        "%-12s  %.1f s",
                        word(round.verdict()),
                        round.duration().toMillis() / 1000.0)
                + round.phases()
                        .ready()
                        .map(ready -> "  ready " + ready.toMillis() + " ms")
                        .orElse("")
                + severity(round.severity())
                + (round.place().isEmpty() ? "" : "  from " + round.place())
                + (round.inMaintenance() ? "  maintenance" : "")
                + (round.reason().isEmpty() ? "" : "  " + round.reason());
    }

    String json(List<SiteStatus> sites) {
        ObjectNode root = JSON.createObjectNode().put("schema", "smoke-history/1");
        ArrayNode all = root.putArray("sites");
        for (SiteStatus status : sites) {
            ObjectNode site = all.addObject()
                    .put("name", status.site().name())
                    .put("environment", status.site().environment())
                    .put("target", status.site().target())
                    .put("state", freshness.state(status).word())
                    .put("severity", status.severity().map(Severity::level).orElse(null))
                    .put("since", freshness.since(status).map(Instant::toString).orElse(null));
            ArrayNode told = site.putArray("incidents");
            incidents
                    .last(status.site().id(), last)
                    .forEach(incident -> HistoryJson.putWhole(told.addObject(), incident, incidents));
            ArrayNode looks = site.putArray("rounds");
            rounds.last(status.site().id(), last).forEach(round -> addRound(looks.addObject(), round));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void addRound(ObjectNode node, RoundSummary round) {
        HistoryJson.put(node, round);
        HistoryJson.put(node.putArray("findings"), rounds.findings(round.id(), MOST_FINDINGS));
    }

    String csv(List<SiteStatus> sites) {
        Stream<Stream<String>> rows = sites.stream()
                .flatMap(site -> rounds.last(site.site().id(), last).stream()
                        .map(round -> Stream.of(
                                site.site().name(),
                                site.site().environment(),
                                round.place(),
                                round.startedAt().toString(),
                                text(Optional.of(round.duration())),
                                word(round.verdict()),
                                round.severity()
                                        .map(severity -> String.valueOf(severity.level()))
                                        .orElse(""),
                                text(round.phases().document()),
                                text(round.phases().domContentLoaded()),
                                text(round.phases().load()),
                                text(round.phases().ready()),
                                round.reason())));
        String head =
                "name,environment,location,startedAt,durationMs,verdict,severity,documentMs,domContentLoadedMs,loadMs,"
                        + "readyMs,reason\n";
        return head
                + rows.map(row -> row.map(CsvText::field).collect(Collectors.joining(",")) + "\n")
                        .collect(Collectors.joining());
    }

    private static String text(Optional<Duration> phase) {
        return phase.map(time -> String.valueOf(time.toMillis())).orElse("");
    }

    private static String severity(Optional<Severity> severity) {
        return severity.map(one -> "  Sev " + one.level()).orElse("");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
