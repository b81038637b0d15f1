package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the tickets of a site are watched.
 *
 * @param client asks the Zendesk where they are
 * @param match which tickets are about the site
 * @param rule when they mean something
 * @param every how often Zendesk is asked
 * @param showsSubjects whether alerts may show a ticket's subject
 */
public record TicketWatch(
        ZendeskClient client, TicketMatch match, TicketRule rule, Duration every, boolean showsSubjects) {
    /** It never says what happened in the last minute, and may be asked ten times a minute. */
    public static final Duration USUALLY_EVERY = Duration.ofMinutes(1);

    /** Rejects null. */
    public TicketWatch {
        requireNonNull(client);
        requireNonNull(match);
        requireNonNull(rule);
        requireNonNull(every);
    }

    /** Whom it asks, and as whom. */
    public ZendeskAccount account() {
        return client.account();
    }
}
