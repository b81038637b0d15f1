package dev.smokerunner.anomaly.season;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * The time by which visitors live. Moments are minutes since 1970 on their walls' clocks, so that eight o'clock stays eight
 * o'clock when summer time begins.
 *
 * @param zone where they live
 * @param holidays days on which they do not do what they do on others
 */
public record WallClock(ZoneId zone, Set<LocalDate> holidays) {
    /** Universal time, without holidays. */
    public static final WallClock UTC = new WallClock(ZoneOffset.UTC, Set.of());

    /** Minutes of a day. */
    static final long DAY = 24 * 60;
    /** Minutes of a week. */
    public static final long WEEK = 7 * DAY;

    /** Copies the set. */
    public WallClock {
        requireNonNull(zone);
        holidays = Set.copyOf(holidays);
    }

    /** What it shows at a moment. */
    public long minute(Instant moment) {
        int offset = zone.getRules().getOffset(moment).getTotalSeconds();
        return Math.floorDiv(moment.getEpochSecond() + offset, 60L);
    }

    /** Whether it shows a holiday. */
    public boolean isHoliday(long minute) {
        return !holidays.isEmpty() && holidays.contains(LocalDate.ofEpochDay(day(minute)));
    }

    /** Whether it shows a Saturday or a Sunday. */
    public static boolean isWeekend(long minute) {
        return LocalDate.ofEpochDay(day(minute)).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    static long day(long minute) {
        return Math.floorDiv(minute, DAY);
    }
}
