package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How one cause was seen from one place.
 *
 * @param bad rounds in a row up to now that saw it; 0 after one that did not
 * @param good rounds in a row up to now that did not see it; 0 after one that did
 * @param recent the last rounds, oldest first: {@code x} for one that saw it, {@code .} for one that did not
 * @param last when the place looked last
 */
public record Streak(int bad, int good, String recent, Instant last) {
    /** What Nagios looks at ("Detection and Handling of State Flapping"): 21 rounds, 20 of which may differ from the one before. */
    private static final int MEMORY = 21;
    /** There too: a change of now counts half as much again as one of long ago. */
    private static final double OLDEST_WEIGHT = 0.8;

    private static final double NEWEST_WEIGHT = 1.2;

    /** Nobody looked yet. */
    static final Streak NONE = new Streak(0, 0, "", Instant.EPOCH);

    /** Rejects null. */
    public Streak {
        requireNonNull(recent);
        requireNonNull(last);
    }

    /** With one more round. */
    Streak with(boolean isBad, Instant at) {
        String all = recent + (isBad ? 'x' : '.');
        return new Streak(
                isBad ? bad + 1 : 0,
                isBad ? 0 : good + 1,
                all.substring(Math.max(0, all.length() - MEMORY)),
                at.isAfter(last) ? at : last);
    }

    /** How much of the last rounds differs from the round before, in percent; rounds that were not yet are taken for good. */
    double change() {
        double changes = 0;
        String all = ".".repeat(MEMORY - recent.length()) + recent;
        for (int i = 1; i < MEMORY; i++) {
            boolean isChange = all.charAt(i) != all.charAt(i - 1);
            changes += isChange ? OLDEST_WEIGHT + (NEWEST_WEIGHT - OLDEST_WEIGHT) * (i - 1) / (MEMORY - 2) : 0;
        }
        return 100 * changes / (MEMORY - 1);
    }

    /** Of how many of the last rounds it was a part. */
    int badOfRecent() {
        return (int) recent.chars().filter(one -> one == 'x').count();
    }

    /** Whether it was seen lately, and is not any more. */
    boolean hasEnded() {
        return good > 0 && !isOver();
    }

    /** Whether nothing is left of it to remember. */
    boolean isOver() {
        return badOfRecent() == 0;
    }
}
