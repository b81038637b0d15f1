package dev.smokerunner.anomaly.season;

import java.util.Arrays;

/**
 * The shape that a site's days have in common, at the level that each day of the week has. Where few come at a time of the week,
 * five weeks of it say less of what is usual then than all days together do.
 */
final class DayShape {
    /**
     * So many events at a time of the week are believed as much as the shape: it is off by some tenth, which is what a hundred
     * events are off by chance, and three times as many where they come together.
     */
    private static final double HALF_BELIEVED = 300;
    /** Minutes of a week that are put together in what is usual at a time of it, and weeks of which that is the mean. */
    private static final double MINUTES = 30 * 3;

    private static final int DAYS = 7;
    private static final int ALL_DAYS = DAYS * Season.WEEKS;
    private static final int SLOTS = (int) (WallClock.DAY / Season.SLOT);
    /** As wide as what is usual at a time of the week. */
    private static final int BESIDE = 1;

    private final double[] shape = new double[SLOTS];
    private final double[] levels = new double[DAYS];
    private long today = Long.MIN_VALUE;

    /**
     * What is usual at a time, drawn towards the shape in proportion to how few come.
     *
     * @param minute now
     * @param like a minute of the day of the week in question
     * @param own what is usual by that day of the week alone
     */
    double shrink(Season season, long minute, long like, double own) {
        long day = WallClock.day(minute);
        if (day != today) {
            today = day;
            learn(season);
        }
        double common = at(like) * levels[(int) Math.floorMod(WallClock.day(like), (long) DAYS)];
        double known = MINUTES * (own + common) / 2;
        return Double.isNaN(common) ? own : (own * known + common * HALF_BELIEVED) / (known + HALF_BELIEVED);
    }

    /** Between two slots. */
    private double at(long minute) {
        double middle = (Math.floorMod(minute, WallClock.DAY) + 0.5) / Season.SLOT - 0.5;
        int first = (int) Math.floor(middle);
        double part = middle - first;
        return shape[Math.floorMod(first, SLOTS)] * (1 - part) + shape[Math.floorMod(first + 1, SLOTS)] * part;
    }

    /** Once a day, from the five weeks before it. */
    private void learn(Season season) {
        double[] means = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            means[slot] = mean(season, slot);
        }
        double all = Arrays.stream(means).average().orElse(Double.NaN);
        for (int slot = 0; slot < SLOTS; slot++) {
            double sum = 0;
            for (int i = -BESIDE; i <= BESIDE; i++) {
                sum += means[Math.floorMod(slot + i, SLOTS)] * (BESIDE + 1 - Math.abs(i));
            }
            shape[slot] = sum / ((BESIDE + 1) * (BESIDE + 1)) / all;
        }
        for (int before = 1; before <= DAYS; before++) {
            levels[(int) Math.floorMod(today - before, (long) DAYS)] = level(season, before);
        }
    }

    private double mean(Season season, int slot) {
        double sum = 0;
        int known = 0;
        for (int before = 1; before <= ALL_DAYS; before++) {
            double one = season.slotMean((today - before) * SLOTS + slot);
            sum += Double.isNaN(one) ? 0 : one;
            known += Double.isNaN(one) ? 0 : 1;
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private double level(Season season, int before) {
        double[] means = new double[Season.WEEKS];
        int known = 0;
        for (int week = 0; week < Season.WEEKS; week++) {
            var one = season.mean(today - before - (long) week * DAYS);
            if (one.isPresent()) {
                means[known++] = one.getAsDouble();
            }
        }
        Arrays.sort(means, 0, known);
        // The least and the greatest are left out, as at a time of the week.
        int left = known >= 4 ? 1 : 0;
        return Arrays.stream(means, left, Math.max(left, known - left))
                .average()
                .orElse(Double.NaN);
    }
}
