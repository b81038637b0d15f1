package dev.smokerunner.tickets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes tickets for support: comments of it are for agents only, never for customers.
 *
 * @param client asks and tells
 */
record SupportDesk(ZendeskClient client) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TICKETS = "/api/v2/tickets";
    private static final int MOST_COMMENTS = 100;
    /** What a macro says of a ticket's words is not what we have to say. */
    private static final List<String> OUR_WORDS =
            List.of("id", "url", "subject", "description", "comment", "external_id");

    /** The number of the ticket that has this name; absent where Zendesk does not find one (yet). */
    Answer<Optional<Long>> find(String externalId) {
        return client.get(client.address(TICKETS + ".json")
                        .addQueryParameter("external_id", externalId)
                        .build())
                .then(body -> new Answer.Given<>(body.path("tickets")
                        .valueStream()
                        .filter(ticket ->
                                ticket.path("external_id").asString("").equals(externalId))
                        .filter(ticket -> !ticket.path("status").asString("").equals("deleted"))
                        .map(ticket -> ticket.path("id").asLong())
                        .min(Comparator.naturalOrder())));
    }

    /** Whether a text stands in one of a ticket's last comments. */
    Answer<Boolean> says(long ticket, String text) {
        return client.get(client.address(TICKETS + "/" + ticket + "/comments.json")
                        .addQueryParameter("sort_order", "desc")
                        .addQueryParameter("per_page", String.valueOf(MOST_COMMENTS))
                        .build())
                .then(body -> new Answer.Given<>(body.path("comments")
                        .valueStream()
                        .anyMatch(comment -> comment.path("body").asString("").contains(text))));
    }

    /** What a macro would change in a ticket that is to be made. */
    Answer<ObjectNode> macro(long number) {
        return client.get(client.address("/api/v2/macros/" + number + "/apply.json")
                        .build())
                .then(body -> {
                    ObjectNode changes = JSON.createObjectNode();
                    body.path("result").path("ticket").properties().stream()
                            .filter(change -> !OUR_WORDS.contains(change.getKey()))
                            .forEach(change -> changes.set(change.getKey(), change.getValue()));
                    return new Answer.Given<>(changes);
                });
    }

    /** Makes a ticket, once however often it is asked. */
    Answer<JsonNode> create(ObjectNode ticket, String externalId, String body) {
        ticket.put("external_id", externalId);
        return client.post(client.address(TICKETS + ".json").build(), commented(ticket, body), externalId);
    }

    /** Adds a comment. */
    Answer<JsonNode> comment(long ticket, String body) {
        return client.put(
                client.address(TICKETS + "/" + ticket + ".json").build(), commented(JSON.createObjectNode(), body));
    }

    private static ObjectNode commented(ObjectNode ticket, String body) {
        ticket.putObject("comment").put("body", body).put("public", false);
        ObjectNode request = JSON.createObjectNode();
        request.set("ticket", ticket);
        return request;
    }
}
