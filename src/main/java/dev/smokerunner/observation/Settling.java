package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * How long a page was waited for after its load event, and what had not come when that ended.
 *
 * @param until when the waiting ended, from the start of the navigation; zero where there was no page to wait for
 * @param missing what was still missing then, what matters most first; empty for a page that was ready
 */
public record Settling(Duration until, List<Awaited> missing) {
    /** Nothing was waited for, and nothing is known to be missing. */
    public static final Settling NONE = new Settling(Duration.ZERO, List.of());

    /** Rejects null, copies the list. */
    public Settling {
        requireNonNull(until);
        missing = List.copyOf(missing);
    }
}
