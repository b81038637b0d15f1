package dev.smokerunner.alert;

import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PagerDuty's Events API v2: a key opens one alert there, however often it is triggered, and resolves it. A release is a change
 * event, which PagerDuty shows beside incidents, and which notifies nobody.
 *
 * @param client posts
 * @param url the service, e.g. {@code https://events.pagerduty.com}
 * @param routingKey the key of an integration
 */
public record PagerDutyChannel(WebClient client, URI url, Secret routingKey) implements AlertChannel {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Longer ones are refused. */
    private static final int LONGEST_SUMMARY = 1024;

    @Override
    public String name() {
        return "pagerduty";
    }

    /** The key of a ruleset, which begins with an R, takes no change events. */
    @Override
    public boolean takesReleases() {
        return !routingKey.reveal().startsWith("R");
    }

    @Override
    public Delivery send(Alert alert) {
        boolean isChange = alert.kind() == Alert.Kind.RELEASED;
        String path = isChange ? "/v2/change/enqueue" : "/v2/enqueue";
        Secret address = new Secret(url.toString().replaceFirst("/$", "") + path);
        return client.post(address, isChange ? change(alert) : event(alert), Map.of());
    }

    private String change(Alert alert) {
        ObjectNode event = JSON.createObjectNode();
        event.put("routing_key", routingKey.reveal());
        ObjectNode payload = event.putObject("payload");
        payload.put("summary", AlertText.cut(AlertText.title(alert), LONGEST_SUMMARY));
        payload.put("source", alert.site().target());
        payload.put("timestamp", alert.at().toString());
        ObjectNode details = payload.putObject("custom_details");
        details.put("name", alert.site().name()).put("environment", alert.site().environment());
        details.put("version", String.join(", ", alert.changes()));
        alert.site()
                .runbook()
                .ifPresent(runbook ->
                        event.putArray("links").addObject().put("href", runbook).put("text", "Runbook"));
        return event.toString();
    }

    private String event(Alert alert) {
        ObjectNode event = JSON.createObjectNode();
        event.put("routing_key", routingKey.reveal());
        event.put("dedup_key", alert.key());
        if (alert.kind() == Alert.Kind.RESOLVED) {
            return event.put("event_action", "resolve").toString();
        }
        event.put("event_action", "trigger").put("client", "Smoke Runner");
        alert.report().ifPresent(report -> event.put("client_url", report.toString()));
        event.set("payload", payload(alert));
        ArrayNode links = event.putArray("links");
        alert.site()
                .runbook()
                .ifPresent(runbook -> links.addObject().put("href", runbook).put("text", "Runbook"));
        alert.report()
                .ifPresent(report ->
                        links.addObject().put("href", report.toString()).put("text", "Report"));
        alert.incident()
                .ifPresent(incident ->
                        links.addObject().put("href", incident.toString()).put("text", "Incident"));
        alert.screenshot()
                .filter(picture -> "https".equals(picture.getScheme()))
                .ifPresent(picture -> event.putArray("images")
                        .addObject()
                        .put("src", picture.toString())
                        .put("alt", "What visitors see"));
        return event.toString();
    }

    private static ObjectNode payload(Alert alert) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("summary", AlertText.cut(AlertText.title(alert), LONGEST_SUMMARY));
        payload.put("source", alert.site().target());
        payload.put("severity", alert.kind() == Alert.Kind.TEST ? "info" : severity(alert.severity()));
        payload.put("timestamp", alert.since().toString());
        payload.put("component", alert.site().name());
        payload.put("group", alert.site().environment());
        alert.troubles().stream().findFirst().ifPresent(first -> payload.put("class", first.kind()));
        ObjectNode details = payload.putObject("custom_details");
        details.put("text", String.join("\n", AlertText.lines(alert)));
        return payload;
    }

    /** PagerDuty knows four words; whether somebody is woken is decided there. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case SEV1 -> "critical";
            case SEV2 -> "error";
            case SEV3 -> "warning";
            case SEV4, SEV5 -> "info";
        };
    }
}
