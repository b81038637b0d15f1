package dev.smokerunner.config;

import dev.smokerunner.schedule.MaintenanceWindow;
import dev.smokerunner.schedule.MaintenanceWindow.Once;
import dev.smokerunner.schedule.MaintenanceWindow.Recurring;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one window of maintenance. */
final class MaintenanceReader {
    private static final String TIME = "a time such as \"02:00\", or a weekday and a time such as \"sun 02:00\"";
    private static final Map<String, DayOfWeek> DAYS = days();

    private MaintenanceReader() {}

    static Optional<MaintenanceWindow> read(ConfigNode window) {
        ConfigNode every = window.get("every");
        ConfigNode at = window.get("at");
        if (window.node().has("every") && window.node().has("at")) {
            at.add("expected either every or at, got both");
        } else if (!window.node().has("every") && !window.node().has("at") && window.isSound()) {
            every.add("expected either every or at, got neither");
        }
        Optional<ZoneId> zone = zone(window.get("zone"));
        Optional<Duration> length = window.get("for").read(DurationText::parseLimit);
        Optional<Times> times = times(every);
        Optional<LocalDateTime> once = at.read(MaintenanceReader::moment);
        if (zone.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        return times.isPresent()
                ? recurring(times.get(), length.get(), zone.get(), window)
                : once.map(moment -> new Once(moment, length.get(), zone.get()));
    }

    /** When one begins that comes again. */
    private record Times(Set<DayOfWeek> days, LocalTime at) {}

    private static Optional<MaintenanceWindow> recurring(Times times, Duration length, ZoneId zone, ConfigNode window) {
        boolean isWeekly = times.days().size() == 1;
        Duration period = Duration.ofDays(isWeekly ? 7 : 1);
        if (length.compareTo(period) >= 0) {
            window.get("for")
                    .refuse("less than the " + (isWeekly ? "week" : "day") + " after which the window begins again");
            return Optional.empty();
        }
        return Optional.of(new Recurring(times.days(), times.at(), length, zone));
    }

    private static Optional<Times> times(ConfigNode every) {
        String[] words = every.text().orElse("").strip().split("\\s+", -1);
        if (words.length != 2) {
            return every.read(text -> new Times(EnumSet.allOf(DayOfWeek.class), time(text.strip())));
        }
        DayOfWeek day = DAYS.get(words[0].toLowerCase(Locale.ROOT));
        if (day == null) {
            every.add("expected " + TIME + ", got the weekday " + Quoted.quoted(words[0])
                    + Nearest.hint(words[0], DAYS.keySet()));
            return Optional.empty();
        }
        return every.read(text -> new Times(Set.of(day), time(words[1])));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TIME, e);
        }
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date and a time such as 2026-12-24T20:00", e);
        }
    }

    private static Optional<ZoneId> zone(ConfigNode entry) {
        if (entry.text().isEmpty()) {
            return entry.isSound() ? Optional.of(ZoneOffset.UTC) : Optional.empty();
        }
        String name = entry.text().get();
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            entry.add("expected a time zone such as Europe/Berlin, got " + Quoted.quoted(name)
                    + Nearest.hint(name, ZoneId.getAvailableZoneIds()));
            return Optional.empty();
        }
    }

    /** Both as people write them: {@code sun} and {@code sunday}. */
    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        for (TextStyle style : new TextStyle[] {TextStyle.SHORT, TextStyle.FULL}) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT), day);
            }
        }
        return days;
    }
}
