package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.ReleaseState;
import java.time.Duration;
import java.util.List;

/**
 * One look at whether a release has arrived.
 *
 * @param at when it began, from the start of the waiting
 * @param states what each place served, in the order of the places; never empty
 */
public record Poll(Duration at, List<ReleaseState> states) {

    /** Copies the list. */
    public Poll {
        requireNonNull(at);
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a poll asks at least one place");
        }
    }

    /** Whether the release was served everywhere. */
    public boolean isLive() {
        return states.stream().allMatch(state -> state == ReleaseState.LIVE);
    }
}
