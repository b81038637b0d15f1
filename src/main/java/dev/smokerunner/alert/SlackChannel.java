package dev.smokerunner.alert;

import dev.smokerunner.secret.Secret;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incoming webhook of Slack.
 *
 * @param client posts
 * @param webhook its address, which is all that one needs to write there
 */
public record SlackChannel(WebClient client, Secret webhook) implements AlertChannel {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Slack refuses a longer section. */
    private static final int LONGEST_SECTION = 3000;

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Delivery send(Alert alert) {
        return client.post(webhook, message(alert), Map.of());
    }

    private static String message(Alert alert) {
        ObjectNode message = JSON.createObjectNode();
        String title = escaped(AlertText.title(alert));
        message.put("text", title);
        ObjectNode section = message.putArray("blocks").addObject().put("type", "section");
        section.putObject("text")
                .put("type", "plain_text")
                .put("emoji", false)
                .put(
                        "text",
                        AlertText.cut(
                                AlertText.title(alert) + "\n" + String.join("\n", AlertText.lines(alert)),
                                LONGEST_SECTION));
        return message.toString();
    }

    /** What Slack itself asks for, and nothing more: no text of a page becomes a mention or a link. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
