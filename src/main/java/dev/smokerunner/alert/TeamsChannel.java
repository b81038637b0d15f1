package dev.smokerunner.alert;

import dev.smokerunner.secret.Secret;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workflow of Microsoft Teams that posts an adaptive card for each request.
 *
 * @param client posts
 * @param webhook its address, which is all that one needs to write there
 */
public record TeamsChannel(WebClient client, Secret webhook) implements AlertChannel {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A card has room for about 28 kB. */
    private static final int LONGEST_TEXT = 8_000;

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public Delivery send(Alert alert) {
        return client.post(webhook, message(alert), Map.of());
    }

    private static String message(Alert alert) {
        ObjectNode message = JSON.createObjectNode().put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        ArrayNode body = card.putArray("body");
        block(body, AlertText.title(alert)).put("weight", "Bolder");
        List<String> lines = AlertText.lines(alert);
        block(body, AlertText.cut(String.join("\n", lines), LONGEST_TEXT));
        alert.report().ifPresent(report -> card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", "Report")
                .put("url", report.toString()));
        return message.toString();
    }

    /** A rich text run takes its text as it is; that of a text block would be read as Markdown, also what a page wrote. */
    private static ObjectNode block(ArrayNode body, String text) {
        return body.addObject()
                .put("type", "RichTextBlock")
                .putArray("inlines")
                .addObject()
                .put("type", "TextRun")
                .put("text", text);
    }
}
