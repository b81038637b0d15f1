package dev.smokerunner.run.arrival;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Poll;
import dev.smokerunner.result.ReleaseState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wait for a release so far: a pure state machine that is told what each look showed and says what comes next.
 *
 * <p>One good look everywhere is enough, unless the answers have been seen to disagree: then three in a row, because the next
 * visitor may be answered by the cache that lags behind.
 *
 * @param limit how long to wait at most; zero means one look
 * @param polls the looks, oldest first
 */
public record Arrival(Duration limit, List<Poll> polls) {
    /** Soon at first, since most releases are there at once; then rarely enough for no CDN to mind. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15));

    private static final int AGREEING_AFTER_DISAGREEMENT = 3;

    /** Copies the list. */
    public Arrival {
        requireNonNull(limit);
        polls = List.copyOf(polls);
    }

    /** A wait that has not begun. */
    public static Arrival within(Duration limit) {
        return new Arrival(limit, List.of());
    }

    /** The wait after one more look. */
    public Arrival after(Poll poll) {
        List<Poll> more = new ArrayList<>(polls);
        more.add(poll);
        return new Arrival(limit, more);
    }

    /** Whether the release has arrived and will stay, as far as can be told. */
    public boolean isDone() {
        int needed = hasDisagreed() ? AGREEING_AFTER_DISAGREEMENT : 1;
        return polls.size() >= needed
                && polls.subList(polls.size() - needed, polls.size()).stream().allMatch(Poll::isLive);
    }

    /** When to look again, from the start of the waiting; absent when it is done or the time is over. */
    public Optional<Duration> next() {
        if (polls.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        Duration last = polls.get(polls.size() - 1).at();
        if (isDone() || last.compareTo(limit) >= 0) {
            return Optional.empty();
        }
        Duration next = last.plus(PAUSES.get(Math.min(polls.size(), PAUSES.size()) - 1));
        return Optional.of(next.compareTo(limit) < 0 ? next : limit);
    }

    /** Whether places or looks contradicted each other: some served the release while, or before, others did not. */
    private boolean hasDisagreed() {
        boolean isSeenLive = false;
        for (Poll poll : polls) {
            boolean isLiveSomewhere = poll.states().contains(ReleaseState.LIVE);
            if ((isLiveSomewhere || isSeenLive) && isOtherSomewhere(poll)) {
                return true;
            }
            isSeenLive |= poll.isLive();
        }
        return false;
    }

    /** Whether a place is known to serve something else; one that had no time to answer contradicts nothing. */
    private static boolean isOtherSomewhere(Poll poll) {
        return poll.states().stream().anyMatch(state -> state != ReleaseState.LIVE && state != ReleaseState.UNKNOWN);
    }
}
