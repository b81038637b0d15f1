package dev.smokerunner.tickets;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How many tickets a site usually gets: what came in a window of the same length, over all its past, and at the same time of day
 * on days of the same kind (workdays, weekends; UTC). Chance alone makes tickets come in a Poisson process, whose rate is known
 * the better the longer it was watched (a gamma distribution); so a short past asks for more tickets to be surprised.
 *
 * @param past when tickets came, in any order
 * @param from since when the past is known
 * @param within the length of a window
 */
public record UsualTickets(List<Instant> past, Instant from, Duration within) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Duration DAY = Duration.ofDays(1);
    /** Jeffreys' prior: what is believed of a rate before anything is known of it. */
    private static final double PRIOR = 0.5;

    /** Copies the list. */
    public UsualTickets {
        past = List.copyOf(past);
    }

    /** How many come in a window that ends then, on average. */
    public double mean(Instant end) {
        return Math.max(always(end).mean(), atThatTime(end).mean());
    }

    /** How probable it is that so many or more come in a window that ends then, by chance alone. */
    public double chance(int count, Instant end) {
        return Math.max(always(end).chance(count), atThatTime(end).chance(count));
    }

    /** The window itself is not its own past. */
    private Rate always(Instant end) {
        Instant begin = end.minus(within);
        long tickets = past.stream()
                .filter(at -> !at.isBefore(from) && !at.isAfter(begin))
                .count();
        double windows = Math.max(0, (double) Duration.between(from, begin).toMillis() / within.toMillis());
        return new Rate(tickets, windows);
    }

    private Rate atThatTime(Instant end) {
        long tickets = 0;
        int windows = 0;
        for (Instant day = end.minus(DAY); !day.minus(within).isBefore(from); day = day.minus(DAY)) {
            if (isWeekend(day) == isWeekend(end)) {
                tickets += between(day.minus(within), day);
                windows++;
            }
        }
        // Within a day there is no such past yet; then the whole past says all that is known.
        return windows == 0 ? always(end) : new Rate(tickets, windows);
    }

    private long between(Instant after, Instant until) {
        return past.stream()
                .filter(at -> at.isAfter(after) && !at.isAfter(until))
                .count();
    }

    private static boolean isWeekend(Instant at) {
        return WEEKEND.contains(at.atZone(ZoneOffset.UTC).getDayOfWeek());
    }

    private record Rate(long tickets, double windows) {
        double mean() {
            return windows == 0 ? 0 : tickets / windows;
        }

        /** The upper tail of the negative binomial distribution that a Poisson process of an uncertain rate has. */
        double chance(int count) {
            double shape = tickets + PRIOR;
            double term = Math.pow(windows / (windows + 1), shape);
            double below = 0;
            for (int k = 0; k < count; k++) {
                below += term;
                term *= (shape + k) / (k + 1) / (windows + 1);
            }
            return Math.max(0, 1 - below);
        }
    }
}
