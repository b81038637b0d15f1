package dev.smokerunner.anomaly.season;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What was measured at the same time of the day and of the week in the weeks before, in slots of ten minutes that overlap. What is
 * unlike the other weeks (a day of trouble, a holiday that nobody named) counts little: of four or more weeks the least and the
 * greatest are left out.
 */
public final class Season {
    /** So many weeks are remembered. */
    public static final int WEEKS = 5;

    static final long SLOT = 10;
    private static final int SLOTS = (int) ((WEEKS + 1) * WallClock.WEEK / SLOT);
    private static final int DAYS = 7;
    private static final int FEWEST_WEEKS = 2;
    private static final int FEWEST_DAYS = 2;
    private static final int TRIMMED_FROM = 4;

    private final double[] sums = new double[SLOTS];
    private final int[] sizes = new int[SLOTS];
    private final long[] slots = new long[SLOTS];
    private final Optional<DayShape> shape;

    /**
     * Remembers nothing yet.
     *
     * @param ofCounts whether numbers are counts, of which the fewer there are the less a time of the week says by itself
     */
    public Season(boolean ofCounts) {
        this.shape = ofCounts ? Optional.of(new DayShape()) : Optional.empty();
        Arrays.fill(slots, Long.MIN_VALUE);
    }

    /**
     * Learns a number.
     *
     * @param minute when, by a {@link WallClock}; not before the last one
     */
    public void learn(long minute, double value) {
        long slot = Math.floorDiv(minute, SLOT);
        int at = Math.floorMod(slot, SLOTS);
        if (slots[at] != slot) {
            slots[at] = slot;
            sums[at] = 0;
            sizes[at] = 0;
        }
        sums[at] += value;
        sizes[at]++;
    }

    /** Whether anything is known of a time. */
    public boolean knows(long minute) {
        return smooth(minute).isPresent();
    }

    /** What was usual at this time in the weeks before; absent where fewer than two of them are known. */
    public OptionalDouble weekly(long minute) {
        return onOtherDay(minute, DAYS);
    }

    /** How many of the weeks before are known at this time. */
    public int weeks(long minute) {
        return known(LongStream.rangeClosed(1, WEEKS).map(week -> minute - week * WallClock.WEEK)).length;
    }

    /**
     * What was usual at this time on another day of the week, in the weeks before.
     *
     * @param daysBefore how long ago the last such day was, 1 to 7
     */
    public OptionalDouble onOtherDay(long minute, int daysBefore) {
        long last = minute - daysBefore * WallClock.DAY;
        OptionalDouble own = usual(LongStream.range(0, WEEKS).map(week -> last - week * WallClock.WEEK), FEWEST_WEEKS);
        if (shape.isEmpty() || own.isEmpty()) {
            return own;
        }
        return OptionalDouble.of(shape.get().shrink(this, minute, last, own.getAsDouble()));
    }

    /** What was measured at this time on each of the seven days before; none of those of which nothing is known. */
    public double[] daily(long minute) {
        double[] days = known(LongStream.rangeClosed(1, DAYS).map(day -> minute - day * WallClock.DAY));
        return days.length < FEWEST_DAYS ? new double[0] : days;
    }

    /** What a slot of ten minutes had on average; not a number where nothing is known of it. */
    double slotMean(long slot) {
        int at = Math.floorMod(slot, SLOTS);
        return slots[at] == slot && sizes[at] > 0 ? sums[at] / sizes[at] : Double.NaN;
    }

    /** What a whole day of the weeks before has on average; absent where it is unknown. */
    OptionalDouble mean(long day) {
        double sum = 0;
        int size = 0;
        for (long slot = day * WallClock.DAY / SLOT; slot < (day + 1) * WallClock.DAY / SLOT; slot++) {
            int at = Math.floorMod(slot, SLOTS);
            if (slots[at] == slot) {
                sum += sums[at];
                size += sizes[at];
            }
        }
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / size);
    }

    private OptionalDouble usual(LongStream minutes, int fewest) {
        double[] weeks = known(minutes);
        if (weeks.length < fewest) {
            return OptionalDouble.empty();
        }
        if (weeks.length < TRIMMED_FROM) {
            return OptionalDouble.of(weeks.length == 3 ? weeks[1] : (weeks[0] + weeks[1]) / 2);
        }
        double sum = 0;
        for (int i = 1; i < weeks.length - 1; i++) {
            sum += weeks[i];
        }
        return OptionalDouble.of(sum / (weeks.length - 2));
    }

    /** In ascending order. */
    private double[] known(LongStream minutes) {
        return minutes.mapToObj(this::smooth)
                .filter(OptionalDouble::isPresent)
                .flatMapToDouble(value -> DoubleStream.of(value.getAsDouble()))
                .sorted()
                .toArray();
    }

    /** Between the slots around a minute: half of it of the nearest ones, a quarter of those beside them. */
    private OptionalDouble smooth(long minute) {
        double middle = (minute + 0.5) / SLOT - 0.5;
        long first = (long) Math.floor(middle);
        double part = middle - first;
        double sum = 0;
        double weight = 0;
        for (int i = -1; i <= 2; i++) {
            long slot = first + i;
            int at = Math.floorMod(slot, SLOTS);
            if (slots[at] == slot && sizes[at] > 0) {
                double share = share(i, part);
                sum += share * sums[at] / sizes[at];
                weight += share;
            }
        }
        return weight < 0.25 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    private static double share(int slot, double part) {
        return switch (slot) {
            case -1 -> (1 - part) / 4;
            case 0 -> (1 - part) / 2 + part / 4;
            case 1 -> (1 - part) / 4 + part / 2;
            default -> part / 4;
        };
    }
}
