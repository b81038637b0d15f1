package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer wrote to support. Its texts are the customer's: they are searched, and neither kept nor shown.
 *
 * @param number its number
 * @param subject its first line
 * @param text what the customer wrote
 * @param tags what agents and rules of Zendesk call it
 * @param form the number of its form; absent where it has none
 * @param brand the number of its brand; absent where it has none
 * @param externalId what the program that made it calls it; absent where it has no such name
 * @param createdAt when it came
 * @param status its state, e.g. {@code open} or {@code deleted}
 */
public record Ticket(
        long number,
        String subject,
        String text,
        List<String> tags,
        Optional<Long> form,
        Optional<Long> brand,
        Optional<String> externalId,
        Instant createdAt,
        String status) {
    /** Copies the list. */
    public Ticket {
        requireNonNull(subject);
        requireNonNull(text);
        tags = List.copyOf(tags);
        requireNonNull(form);
        requireNonNull(brand);
        requireNonNull(externalId);
        requireNonNull(createdAt);
        requireNonNull(status);
    }

    /** Whether a customer is waiting for an answer to it: not where we wrote it, or where somebody deleted it. */
    public boolean isOfCustomer() {
        return !status.equals("deleted")
                && externalId.filter(SupportTicket::isOurs).isEmpty();
    }

    @Override
    public String toString() {
        return "ticket " + number;
    }
}
