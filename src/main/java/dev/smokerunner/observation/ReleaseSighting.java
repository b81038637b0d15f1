package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What is served of the release that should be live.
 *
 * @param name the package, as it was named
 * @param places what each place serves, the site itself first; never empty
 * @param polls the looks at whether it had arrived, oldest first; never empty
 * @param arrived whether the waiting ended because it had
 * @param waited how long that took
 */
public record ReleaseSighting(
        String name, List<PlaceSighting> places, List<Poll> polls, boolean arrived, Duration waited) {

    /** Copies the lists. */
    public ReleaseSighting {
        requireNonNull(name);
        requireNonNull(waited);
        places = List.copyOf(places);
        polls = List.copyOf(polls);
        if (places.isEmpty() || polls.isEmpty()) {
            throw new IllegalArgumentException("a release is looked for in at least one place and once");
        }
    }

    /** What the site itself serves. */
    public PlaceSighting site() {
        return places.get(0);
    }
}
