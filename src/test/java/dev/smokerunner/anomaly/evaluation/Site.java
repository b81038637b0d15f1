package dev.smokerunner.anomaly.evaluation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three kinds of site whose visitors live in Germany: how many views a minute they have at what time. */
enum Site {
    /** A shop: thousands of views a minute by day, hundreds by night, three quarters on Sundays. */
    LARGE(2000, 0.12, 0.75, 0.008),
    /** A club's page: two thousand views a day, hardly any by night; who comes looks at several pages. */
    SMALL(3, 0.02, 0.7, 0.6),
    /** A tool of offices: from eight to six on working days, and as good as nothing else. */
    OFFICE(40, 0.0005, 0.002, 0.03);

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    /** Public holidays of 2025 within the year, on a working day. */
    static final Set<LocalDate> HOLIDAYS = Stream.of(
                    "2025-04-18",
                    "2025-04-21",
                    "2025-05-01",
                    "2025-05-29",
                    "2025-06-09",
                    "2025-10-03",
                    "2025-12-25",
                    "2025-12-26",
                    "2026-01-01")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    private final double peak;
    private final double night;
    private final double sunday;
    /** By how much views come together, beyond chance. */
    final double burst;

    Site(double peak, double night, double sunday, double burst) {
        this.peak = peak;
        this.night = night;
        this.sunday = sunday;
        this.burst = burst;
    }

    /** Views per minute that are usual at a time. */
    double rate(ZonedDateTime at) {
        double hour = at.getHour() + at.getMinute() / 60.0;
        double year = 1 + 0.1 * Math.cos((at.getDayOfYear() - 30) / 365.0 * 2 * Math.PI) + at.getDayOfYear() / 3650.0;
        return peak * Math.max(night, shape(hour)) * day(at.toLocalDate()) * year;
    }

    private double shape(double hour) {
        if (this == OFFICE) {
            double day = ramp(hour, 7.5, 9) * (1 - ramp(hour, 16.5, 18.5));
            return day * (1 - 0.4 * Math.exp(-Math.pow((hour - 12.5) / 0.6, 2)));
        }
        double day = 0.65 * Math.exp(-Math.pow((hour - 12) / 4, 2)) + 0.9 * Math.exp(-Math.pow((hour - 19.5) / 2.8, 2));
        return Math.min(1, day);
    }

    private static double ramp(double hour, double from, double until) {
        double part = Math.max(0, Math.min(1, (hour - from) / (until - from)));
        return part * part * (3 - 2 * part);
    }

    private double day(LocalDate date) {
        double christmas = isChristmas(date) ? 0.6 : 1;
        if (HOLIDAYS.contains(date)) {
            return sunday * 0.9;
        }
        return switch (date.getDayOfWeek()) {
            case SUNDAY -> sunday * christmas;
            case SATURDAY -> (this == OFFICE ? 2 * sunday : (1 + sunday) / 2) * christmas;
            case FRIDAY -> (this == OFFICE ? 0.85 : 1) * christmas;
            default -> christmas;
        };
    }

    private static boolean isChristmas(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return !day.isBefore(MonthDay.of(12, 22)) || day.isBefore(MonthDay.of(1, 4));
    }

    /** Views a minute that are usual when something is broken on purpose: at any time on a large site, by day on others. */
    double enough() {
        return this == LARGE ? 0 : 0.4 * peak;
    }

    /** So long it may take until a drop of it is told. */
    int minutesToFindADrop() {
        return this == LARGE ? 3 : 30;
    }
}
