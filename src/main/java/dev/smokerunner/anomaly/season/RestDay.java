package dev.smokerunner.anomaly.season;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * The day of the week on which there is least, as Sundays in most places. A holiday that nobody named looks like one from its
 * first hours on. What was seen in the last two hours does not count: what breaks looks like a day of rest as well, but suddenly.
 */
public final class RestDay {
    private static final int DAYS = 7;
    private static final int NONE = 0;
    /** A week whose days differ by less has no day of rest. */
    private static final double CLEARLY_LESS = 0.85;
    /** By so much it must fit better than the own day: one working day in thirty is a holiday. */
    private static final double CLEARLY_BETTER = 7;
    /** Blocks of ten minutes that do not count yet. */
    private static final int LATE = 12;

    private static final double MOST_OF_A_BLOCK = 16;

    private final Season season;
    private long today = Long.MIN_VALUE;
    private int daysBefore = NONE;
    private double better;
    private final Deque<Double> late = new ArrayDeque<>();

    /** Of a season. */
    public RestDay(Season season) {
        this.season = season;
    }

    /** Goes on to a minute; at midnight all is forgotten. */
    public void goOn(long minute) {
        long day = WallClock.day(minute);
        if (day != today) {
            today = day;
            daysBefore = find();
            better = 0;
            late.clear();
        }
    }

    /** What is usual at this time on such a day; absent where there is none, or it is one anyway. */
    public OptionalDouble at(long minute) {
        return daysBefore == NONE ? OptionalDouble.empty() : season.onOtherDay(minute, daysBefore);
    }

    /**
     * Takes note of how well ten minutes fit.
     *
     * @param own how many standard deviations they are from what is usual on this day of the week
     * @param rest from what is usual on a day of rest
     */
    public void compare(double own, double rest) {
        late.add(Math.min(own * own, MOST_OF_A_BLOCK) - Math.min(rest * rest, MOST_OF_A_BLOCK));
        if (late.size() > LATE) {
            better += late.remove();
        }
    }

    /** Whether today may be such a day, by what was seen of it. */
    public boolean isPlausible() {
        return daysBefore != NONE && better >= CLEARLY_BETTER;
    }

    private int find() {
        OptionalDouble own = mean(DAYS);
        int least = NONE;
        double mean = own.orElse(0) * CLEARLY_LESS;
        for (int before = 1; own.isPresent() && before < DAYS; before++) {
            OptionalDouble other = mean(before);
            if (other.isPresent() && other.getAsDouble() < mean) {
                least = before;
                mean = other.getAsDouble();
            }
        }
        return least;
    }

    private OptionalDouble mean(int before) {
        double sum = 0;
        int weeks = 0;
        for (int week = 0; week < Season.WEEKS; week++) {
            OptionalDouble one = season.mean(today - before - (long) week * DAYS);
            sum += one.orElse(0);
            weeks += one.isPresent() ? 1 : 0;
        }
        return weeks < 2 ? OptionalDouble.empty() : OptionalDouble.of(sum / weeks);
    }
}
