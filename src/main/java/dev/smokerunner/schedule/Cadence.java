package dev.smokerunner.schedule;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/** When something is done again that takes long and is done seldom. */
public sealed interface Cadence {

    /**
     * The first moment after another one at which it is due.
     *
     * @param last when it was done last, or where it never was, when it was asked for
     */
    Instant after(Instant last);

    /** How long it is from one time to the next one, at most. */
    Duration period();

    /** Whether it is due at once where it was never done. */
    boolean isDueAtFirst();

    /**
     * At a pace.
     *
     * @param period the pace; longer than nothing
     */
    record Every(Duration period) implements Cadence {
        /** Rejects no pace. */
        public Every {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("done every " + period);
            }
        }

        @Override
        public Instant after(Instant last) {
            return last.plus(period);
        }

        @Override
        public boolean isDueAtFirst() {
            return true;
        }
    }

    /**
     * At a time of the day, on some days of the week.
     *
     * @param days the days; at least one
     * @param at the time; where the clocks leave it out, as much later as they jump
     * @param zone whose clocks are meant
     */
    record At(Set<DayOfWeek> days, LocalTime at, ZoneId zone) implements Cadence {
        /** Copies the set; rejects one without days. */
        public At {
            requireNonNull(at);
            requireNonNull(zone);
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("done on no day");
            }
        }

        @Override
        public Instant after(Instant last) {
            ZonedDateTime now = last.atZone(zone);
            return Stream.iterate(now.toLocalDate(), day -> day.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> day.atTime(at).atZone(zone).toInstant())
                    .filter(moment -> moment.isAfter(last))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Duration period() {
            return Duration.ofDays(days.size() == DayOfWeek.values().length ? 1 : 7);
        }

        @Override
        public boolean isDueAtFirst() {
            return false;
        }
    }
}
