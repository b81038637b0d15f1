package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A monitor that works on the history.
 *
 * @param id a name that no other has
 * @param location from where it looks; empty where it has none
 * @param host the machine that it runs on
 * @param startedAt when it began
 * @param seenAt when it last said that it is alive
 * @param rounds how many rounds it finished
 * @param networkDownSince since when its own network is down; absent while it is up
 */
public record RunnerStatus(
        String id,
        String location,
        String host,
        Instant startedAt,
        Instant seenAt,
        long rounds,
        Optional<Instant> networkDownSince) {
    /** Rejects null. */
    public RunnerStatus {
        requireNonNull(id);
        requireNonNull(location);
        requireNonNull(host);
        requireNonNull(startedAt);
        requireNonNull(seenAt);
        requireNonNull(networkDownSince);
    }
}
