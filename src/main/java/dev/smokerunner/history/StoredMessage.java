package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that people are told, written down before it is sent.
 *
 * @param id the same when it is sent again
 * @param incident the id of the incident that it is about; absent where it is about none
 * @param site the site's id
 * @param channel the name of the channel in the site's config
 * @param alert what is told, as JSON
 * @param createdAt when it was decided
 * @param tries how often it was tried
 */
public record StoredMessage(
        String id, Optional<String> incident, String site, String channel, String alert, Instant createdAt, int tries) {
    /** Rejects null. */
    public StoredMessage {
        requireNonNull(id);
        requireNonNull(incident);
        requireNonNull(site);
        requireNonNull(channel);
        requireNonNull(alert);
        requireNonNull(createdAt);
    }
}
