package dev.smokerunner.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/**
 * Reads the tickets of a Zendesk in the order in which they changed, page by page, from a moment on or from where the last page
 * ended. Zendesk leaves out what changed in the last minute; that comes with a later page.
 *
 * @param client asks
 */
public record TicketExport(ZendeskClient client) {
    /** A later beginning is refused. */
    public static final Duration LAG = Duration.ofMinutes(1);

    private static final String PATH = "/api/v2/incremental/tickets/cursor.json";

    /** Tickets that changed since a moment, which is more than {@link #LAG} ago. */
    public Answer<TicketPage> since(Instant start) {
        return page(client.address(PATH)
                .addQueryParameter("start_time", String.valueOf(start.getEpochSecond()))
                .build());
    }

    /** Tickets that changed since the page that gave this cursor. */
    public Answer<TicketPage> after(String cursor) {
        return page(client.address(PATH).addQueryParameter("cursor", cursor).build());
    }

    private Answer<TicketPage> page(HttpUrl url) {
        return client.get(url).then(body -> {
            String cursor = body.path("after_cursor").asString("");
            if (cursor.isEmpty() || !body.path("tickets").isArray()) {
                return new Answer.Later<>(
                        client.account().url() + PATH + ": expected tickets and after_cursor, got an answer without",
                        Optional.empty());
            }
            List<Ticket> tickets = new ArrayList<>();
            body.path("tickets").forEach(node -> ticket(node).ifPresent(tickets::add));
            return new Answer.Given<>(
                    new TicketPage(tickets, cursor, body.path("end_of_stream").asBoolean(true)));
        });
    }

    /** One without a number or a time is none that anybody could open. */
    private static Optional<Ticket> ticket(JsonNode node) {
        try {
            Instant created = Instant.parse(node.path("created_at").asString(""));
            return node.path("id").isIntegralNumber()
                    ? Optional.of(new Ticket(
                            node.path("id").asLong(),
                            node.path("subject").asString(""),
                            node.path("description").asString(""),
                            node.path("tags")
                                    .valueStream()
                                    .map(tag -> tag.asString(""))
                                    .toList(),
                            number(node.path("ticket_form_id")),
                            number(node.path("brand_id")),
                            Optional.of(node.path("external_id").asString("")).filter(id -> !id.isEmpty()),
                            created,
                            node.path("status").asString("")))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }
}
