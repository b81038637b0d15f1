package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.anomaly.season.WallClock;
import java.util.List;

/**
 * What of a site is judged while it is watched.
 *
 * @param responseTimes whether the response times of its pages are
 * @param requests whether the counts of its visitors are, where they are counted
 * @param graphite render requests of Graphite whose series are
 * @param clock the time by which its visitors live, with their holidays
 */
public record AnomalyPlan(boolean responseTimes, boolean requests, List<String> graphite, WallClock clock) {
    /** All that is known of it, by universal time. */
    public static final AnomalyPlan USUAL = new AnomalyPlan(true, true, List.of(), WallClock.UTC);
    /** Nothing. */
    public static final AnomalyPlan OFF = new AnomalyPlan(false, false, List.of(), WallClock.UTC);

    /** Whether nothing is judged. */
    public boolean isOff() {
        return !responseTimes && !requests && graphite.isEmpty();
    }

    /** Copies the list. */
    public AnomalyPlan {
        graphite = List.copyOf(graphite);
        requireNonNull(clock);
    }
}
