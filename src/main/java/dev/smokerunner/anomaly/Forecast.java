package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.season.Level;
import dev.smokerunner.anomaly.season.RestDay;
import dev.smokerunner.anomaly.season.Season;
import dev.smokerunner.anomaly.season.WallClock;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be expected at a moment, by all that was learnt before it: of the same time in the weeks before where two are known,
 * else of the same time on the days before where two are known, else of the last numbers. On the scale on which numbers are learnt.
 */
final class Forecast {
    /** People come some minutes earlier or later. */
    private static final long SOME_MINUTES = 15;
    /** A day of rest has half as much as another one, or even less. */
    private static final double LESS_ON_HOLIDAYS = 0.5;
    /** A holiday goes on as it was, or with 15 % less, twice what levels wander by in hours: it is no other day all at once. */
    private static final double STILL_ON_HOLIDAYS = 0.85;
    /** Events that a day of rest must have had lately, to be told from an outage. */
    private static final double ENOUGH_TO_SEE = 5;
    /** As many events in the first hours of a holiday tell how much less it has to a fifth, where views come together in threes. */
    private static final double ENOUGH_TO_MEASURE = 100;

    /** So many times more or less may come in an hour when the days are not known. */
    private static final double UNSURE = 3;

    private static final int LATELY = 180;
    private static final int BLOCK = 10;
    private static final int FEWEST = 20;
    private static final int LAST = 60;

    /** The level hardly learns what is unlike it: after a day or two of that it is what is usual. */
    private static final double DOUBTFUL = 0.05;

    private final Measure measure;
    private final WallClock clock;
    private final Recent recent;
    private final Season season;
    private final RestDay rest;
    private final Level level = new Level();
    private int sinceBlock;
    private boolean knowsWeeks;
    private boolean isHoliday;
    /** So many numbers of the holiday are known, at most as many as count. */
    private int ofHoliday;

    Forecast(Measure measure, WallClock clock, Recent recent) {
        this.measure = measure;
        this.clock = clock;
        this.recent = recent;
        this.season = new Season(measure == Measure.COUNTS);
        this.rest = new RestDay(season);
    }

    /**
     * What is usual, and what is to be expected.
     *
     * @param usual at the same time, whatever the day's level
     * @param expected at today's level, and at whatever else it may be compared with
     * @param weeks how many weeks before it was compared with; 0 where it was with something else
     */
    record Outlook(double usual, Expected expected, int weeks) {
        /** What is usual of fewer weeks is off by more than sums allow for. */
        private static final int SETTLED = 4;

        /** Whether whole weeks are known. */
        boolean isWeekly() {
            return weeks > 0;
        }

        /** Whether so many weeks are known that what is usual hardly depends on one of them. */
        boolean isSettled() {
            return weeks >= SETTLED;
        }
    }

    /** How far a number is taken for what is usual. */
    enum Trust {
        /** It is as expected. */
        FULL,
        /** It is suspected. */
        DOUBTFUL,
        /** It is part of what is confirmed to be unusual, and comes back in no week to come. */
        NONE
    }

    /** Absent while too little is known. */
    Optional<Outlook> at(long minute) {
        rest.goOn(minute);
        OptionalDouble own = season.weekly(minute);
        boolean endsHoliday = endsHoliday(minute);
        if (own.isPresent()) {
            if (endsHoliday) {
                // How much less it had says nothing of the day after it.
                level.settle(own.getAsDouble());
            }
            if (!knowsWeeks) {
                // What was compared with other days says nothing of the level of this one.
                level.restart();
                knowsWeeks = true;
            }
            return Optional.of(weekly(minute, own.getAsDouble()));
        }
        double[] days = season.daily(minute);
        if (days.length > 0) {
            return Optional.of(daily(minute, days));
        }
        return recent.size() < FEWEST ? Optional.empty() : Optional.of(unsure(recent.middle(LAST)));
    }

    private boolean endsHoliday(long minute) {
        boolean wasHoliday = isHoliday;
        isHoliday = clock.isHoliday(minute);
        ofHoliday = wasHoliday && isHoliday ? Math.min(LATELY, ofHoliday + 1) : 0;
        return wasHoliday && !isHoliday;
    }

    private Outlook daily(long minute, double[] days) {
        double usual = days[days.length / 2];
        Expected expected = Expected.of(measure.at(usual, level)).with(days[0]).with(days[days.length - 1]);
        boolean isFirstWeekend = WallClock.isWeekend(minute) && !season.knows(minute - WallClock.WEEK);
        boolean mayBeEmpty = isFirstWeekend && measure == Measure.COUNTS;
        return new Outlook(usual, mayBeEmpty ? expected.with(0) : expected, 0);
    }

    /** How counts rise in the morning and fall in the evening is not known on the first days. */
    private Outlook unsure(double usual) {
        Expected expected = Expected.of(usual);
        if (measure == Measure.COUNTS) {
            double newest = Math.min(usual, recent.actual(BLOCK) / BLOCK);
            expected = expected.with(newest / UNSURE).with(usual * UNSURE);
        }
        return new Outlook(usual, expected, 0);
    }

    private Outlook weekly(long minute, double own) {
        Expected expected = Expected.of(measure.at(own, level)).with(own);
        for (long other : new long[] {minute - SOME_MINUTES, minute + SOME_MINUTES}) {
            OptionalDouble usual = season.weekly(other);
            if (usual.isPresent()) {
                expected = expected.with(usual.getAsDouble()).with(measure.at(usual.getAsDouble(), level));
            }
        }
        boolean mayRest = isHoliday || rest.isPlausible() && restIsSeen();
        return new Outlook(own, mayRest ? withRest(minute, expected) : expected, season.weeks(minute));
    }

    /** Also as on a day of rest; where it only looks like one, or has been one for hours, the level has followed it already. */
    private Expected withRest(long minute, Expected own) {
        boolean isNew = isHoliday && !clock.isHoliday(minute - LATELY) && !isSeen(ofHoliday, ENOUGH_TO_MEASURE);
        double part = isHoliday && measure == Measure.COUNTS ? partOfRest(isNew) : 1;
        Expected expected = own;
        for (long other : new long[] {minute - SOME_MINUTES, minute, minute + SOME_MINUTES}) {
            OptionalDouble usual = rest.at(other);
            if (usual.isPresent()) {
                double resting = usual.getAsDouble() * part;
                expected = expected.with(resting);
                expected = isNew ? expected.with(measure.at(resting, level)) : expected;
            }
        }
        return expected;
    }

    /**
     * How much of a day of rest a holiday may have at least: about what it has had.
     *
     * @param isNew whether too little is known of that
     */
    private double partOfRest(boolean isNew) {
        if (isNew || !isSeen(ofHoliday, ENOUGH_TO_SEE)) {
            return LESS_ON_HOLIDAYS;
        }
        double seen = STILL_ON_HOLIDAYS * recent.actual(ofHoliday) / recent.rested(ofHoliday);
        return Math.max(LESS_ON_HOLIDAYS, Math.min(1, seen));
    }

    private boolean isSeen(int numbers, double events) {
        return numbers >= FEWEST && recent.rested(numbers) >= events;
    }

    /** Nothing at all is as much like a holiday of an office as like an outage, and is told. */
    private boolean restIsSeen() {
        return measure != Measure.COUNTS
                || recent.rested(LATELY) >= ENOUGH_TO_SEE && recent.actual(LATELY) >= ENOUGH_TO_SEE / 2;
    }

    /** What is usual at this time on a day of rest; what is usual anyway where there is none. */
    double rest(long minute, double otherwise) {
        return rest.at(minute).orElse(otherwise);
    }

    /**
     * Learns a number.
     *
     * @param usual what is usual at this time
     * @param trust how far it is taken for what is usual
     */
    void learn(long minute, double value, double usual, Trust trust) {
        if (!isHoliday && trust != Trust.NONE) {
            season.learn(minute, value);
        }
        level.learn(value, usual, trust == Trust.FULL ? 1 : DOUBTFUL);
        if (++sinceBlock >= BLOCK) {
            sinceBlock = 0;
            double actual = recent.actual(BLOCK);
            rest.compare(measure.off(actual, recent.usual(BLOCK)), measure.off(actual, recent.rested(BLOCK)));
        }
    }

    /** Learns a number of which it is not known whether it is usual. */
    void learnFirst(long minute, double value) {
        season.learn(minute, value);
    }

    /** Whether it may be a day on which other things are usual. */
    boolean isOtherDay() {
        return isHoliday || rest.isPlausible() && restIsSeen();
    }

    /** Today's level: on the scale of {@link Measure#step}. */
    double level() {
        return measure == Measure.COUNTS ? Math.log(level.ratio()) : level.shift();
    }

    /** Begins the level anew, as after a release. */
    void restart() {
        level.restart();
    }

    /** The median. */
    static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
