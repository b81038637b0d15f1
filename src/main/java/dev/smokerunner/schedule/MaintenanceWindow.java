package dev.smokerunner.schedule;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A time in which a site may be broken.
 *
 * <p>It begins when the clocks of its zone show so, and lasts as long as it says by every clock: where the clocks go forward over
 * its beginning, it begins as much later as they jump; where they show its beginning twice, it begins the first time only.
 */
public sealed interface MaintenanceWindow {

    /** Whether a moment is in it; its end is not. */
    boolean contains(Instant moment);

    /**
     * One that comes every day or on some days of the week.
     *
     * @param days the days on which it begins; at least one
     * @param at when it begins
     * @param length how long it lasts; longer than nothing, and shorter than until it begins again
     * @param zone whose clocks are meant
     */
    record Recurring(Set<DayOfWeek> days, LocalTime at, Duration length, ZoneId zone) implements MaintenanceWindow {
        /** Copies the set; rejects one without days, and a window that never begins or never ends. */
        public Recurring {
            requireNonNull(at);
            requireNonNull(zone);
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a window on no day");
            }
            if (length.isNegative() || length.isZero() || length.compareTo(shortestGap(days)) >= 0) {
                long gap = shortestGap(days).toDays();
                throw new IllegalArgumentException("less than the "
                        + (gap == 1 ? "day" : gap == DayOfWeek.values().length ? "week" : gap + " days")
                        + " after which the window begins again");
            }
        }

        /** Every day. */
        public static Recurring daily(LocalTime at, Duration length, ZoneId zone) {
            return new Recurring(EnumSet.allOf(DayOfWeek.class), at, length, zone);
        }

        /** Every week. */
        public static Recurring weekly(DayOfWeek day, LocalTime at, Duration length, ZoneId zone) {
            return new Recurring(Set.of(day), at, length, zone);
        }

        /** The shortest time from one beginning to the next. */
        private static Duration shortestGap(Set<DayOfWeek> days) {
            int week = DayOfWeek.values().length;
            return IntStream.rangeClosed(1, week)
                    .filter(gap -> days.stream().anyMatch(day -> days.contains(day.plus(gap))))
                    .mapToObj(Duration::ofDays)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public boolean contains(Instant moment) {
            LocalDate today = moment.atZone(zone).toLocalDate();
            // A day more than it lasts: a moment just after midnight may be in a window of the day before.
            return today.minusDays(length.toDays() + 1)
                    .datesUntil(today.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> new Once(day.atTime(at), length, zone))
                    .anyMatch(once -> once.contains(moment));
        }
    }

    /**
     * One that comes once.
     *
     * @param at when it begins
     * @param length how long it lasts; longer than nothing
     * @param zone whose clocks are meant
     */
    record Once(LocalDateTime at, Duration length, ZoneId zone) implements MaintenanceWindow {
        /** Rejects a window that never begins. */
        public Once {
            requireNonNull(at);
            requireNonNull(zone);
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a window of " + length);
            }
        }

        @Override
        public boolean contains(Instant moment) {
            Instant begin = at.atZone(zone).toInstant();
            return !moment.isBefore(begin) && moment.isBefore(begin.plus(length));
        }
    }
}
