package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Some of the tickets that changed, in the order in which they did; one may come again, here or on another page.
 *
 * @param tickets the tickets
 * @param cursor where the next page begins
 * @param isLast whether nothing more has changed yet
 */
public record TicketPage(List<Ticket> tickets, String cursor, boolean isLast) {
    /** Copies the list. */
    public TicketPage {
        tickets = List.copyOf(tickets);
        requireNonNull(cursor);
    }
}
