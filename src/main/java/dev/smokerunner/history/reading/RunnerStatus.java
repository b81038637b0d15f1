package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
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
    /** It says every few seconds that it is alive; its database may be away for a while. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    /** How a monitor is. */
    public enum State {
        /** It works. */
        ALIVE,
        /** It says so, and that its own network is down. */
        NETWORK_DOWN,
        /** It has said nothing for too long. */
        SILENT
    }

    /** Rejects null. */
    public RunnerStatus {
        requireNonNull(id);
        requireNonNull(location);
        requireNonNull(host);
        requireNonNull(startedAt);
        requireNonNull(seenAt);
        requireNonNull(networkDownSince);
    }

    /** How it is at a moment. */
    public State state(Instant now) {
        if (seenAt.plus(LONGEST_SILENCE).isBefore(now)) {
            return State.SILENT;
        }
        return networkDownSince.isPresent() ? State.NETWORK_DOWN : State.ALIVE;
    }
}
