package dev.smokerunner.alert;

import dev.smokerunner.digest.Sha256;
import dev.smokerunner.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any other address: gets the alert as JSON, signed where a secret is given.
 *
 * @param client posts
 * @param url the address
 * @param signWith what {@code X-Signature-256} is made with, by HMAC SHA-256; absent: unsigned
 */
public record WebhookChannel(WebClient client, Secret url, Optional<Secret> signWith) implements AlertChannel {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Delivery send(Alert alert) {
        String json = json(alert);
        Map<String, String> headers = new LinkedHashMap<>();
        // The id begins with the name of a site, and a header takes no other letters than those of ASCII.
        headers.put("Idempotency-Key", Sha256.hex(alert.id()));
        signWith.ifPresent(secret -> headers.put("X-Signature-256", "sha256=" + signature(json, secret)));
        return client.post(url, json, headers);
    }

    private static String json(Alert alert) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("schema", "smoke-alert/1").put("id", alert.id());
        tree.put("event", alert.kind().name().toLowerCase(Locale.ROOT)).put("key", alert.key());
        tree.put("title", AlertText.title(alert));
        tree.put("name", alert.site().name()).put("environment", alert.site().environment());
        tree.put("target", alert.site().target());
        alert.site().owner().ifPresent(owner -> tree.put("owner", owner));
        alert.site().runbook().ifPresent(runbook -> tree.put("runbook", runbook));
        tree.put("severity", alert.severity().level());
        tree.put("since", alert.since().toString()).put("at", alert.at().toString());
        tree.put("confirmation", alert.confirmation());
        ArrayNode troubles = tree.putArray("findings");
        alert.troubles().forEach(trouble -> {
            ObjectNode one = troubles.addObject().put("kind", trouble.kind());
            one.put("severity", trouble.severity().level()).put("message", trouble.message());
            trouble.where().ifPresent(where -> one.put("where", where));
            trouble.hint().ifPresent(hint -> one.put("hint", hint));
            if (!trouble.links().isEmpty()) {
                ArrayNode links = one.putArray("links");
                trouble.links().forEach(link -> links.add(link.toString()));
            }
        });
        ArrayNode changes = tree.putArray("changes");
        alert.changes().forEach(changes::add);
        alert.report().ifPresent(report -> tree.put("report", report.toString()));
        alert.screenshot().ifPresent(picture -> tree.put("screenshot", picture.toString()));
        alert.incident().ifPresent(incident -> tree.put("incident", incident.toString()));
        return tree.toString();
    }

    private static String signature(String json, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(json.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
