package dev.smokerunner.run.arrival;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.Poll;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.result.ReleaseState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Looks for a release again and again until it has arrived or the time is over.
 *
 * @param look what a look shows
 * @param nanoTime a monotonic clock in nanoseconds
 * @param sleeper waits between two looks
 */
public record ArrivalWatch(Look look, LongSupplier nanoTime, Sleeper sleeper) {

    /** Rejects null. */
    public ArrivalWatch {
        requireNonNull(look);
        requireNonNull(nanoTime);
        requireNonNull(sleeper);
    }

    /** Takes one look. */
    @FunctionalInterface
    public interface Look {
        /**
         * What all places serve now.
         *
         * @param isLast whether no other look will follow, so that it must not be content with a glance
         * @throws IOException if the package cannot be read
         * @throws InterruptedException if the run was given up
         */
        Seen now(boolean isLast) throws IOException, InterruptedException;
    }

    /**
     * What a look showed.
     *
     * @param places what each place serves
     * @param states what that means for the release, in the same order
     * @param isTimeUp whether it took all the time that there was for looking: another look would see nothing
     */
    public record Seen(List<PlaceSighting> places, List<ReleaseState> states, boolean isTimeUp) {
        /** Copies the lists. */
        public Seen {
            places = List.copyOf(places);
            states = List.copyOf(states);
        }

        /** What a look showed that left time for another one. */
        public Seen(List<PlaceSighting> places, List<ReleaseState> states) {
            this(places, states, false);
        }
    }

    /**
     * How the waiting ended.
     *
     * @param arrival all looks
     * @param last what the last one showed
     * @param took how long it took, the looking included
     */
    public record Ended(Arrival arrival, Seen last, Duration took) {
        /** Rejects null. */
        public Ended {
            requireNonNull(arrival);
            requireNonNull(last);
            requireNonNull(took);
        }
    }

    /**
     * Waits until the release has arrived or the time is over.
     *
     * @param limit how long to wait at most; zero means one look
     * @throws IOException if the package cannot be read
     * @throws InterruptedException if the run was given up
     */
    public Ended await(Duration limit) throws IOException, InterruptedException {
        long start = nanoTime.getAsLong();
        Arrival arrival = Arrival.within(limit);
        while (true) {
            Duration at = since(start);
            Seen seen = look.now(at.compareTo(limit) >= 0);
            arrival = arrival.after(new Poll(at, seen.states()));
            Optional<Duration> next = arrival.next();
            if (next.isEmpty() || seen.isTimeUp()) {
                return new Ended(arrival, seen, since(start));
            }
            Duration pause = next.get().minus(since(start));
            if (!pause.isNegative() && !pause.isZero()) {
                sleeper.sleep(pause);
            }
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
