package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to people, and what came of it.
 *
 * @param site the id of the site that it is about
 * @param incident the id of the incident that it is about; absent where it is about none
 * @param channel where it goes
 * @param createdAt when it was decided
 * @param state what came of it
 * @param tries how often it was tried
 * @param triedAt the last try; absent before the first one
 * @param trouble why the last try came to nothing; empty where it did not
 */
public record SentAlert(
        String site,
        Optional<String> incident,
        String channel,
        Instant createdAt,
        State state,
        int tries,
        Optional<Instant> triedAt,
        String trouble) {
    /** Rejects null. */
    public SentAlert {
        requireNonNull(site);
        requireNonNull(incident);
        requireNonNull(channel);
        requireNonNull(createdAt);
        requireNonNull(state);
        requireNonNull(triedAt);
        requireNonNull(trouble);
    }

    /** What came of a message. */
    public enum State {
        /** It is yet to be sent. */
        WAITING,
        /** The other side took it. */
        DELIVERED,
        /** It was given up. */
        DEAD
    }
}
