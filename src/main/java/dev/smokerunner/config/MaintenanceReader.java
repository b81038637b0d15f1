package dev.smokerunner.config;

import dev.smokerunner.schedule.MaintenanceWindow;
import dev.smokerunner.schedule.MaintenanceWindow.Once;
import dev.smokerunner.schedule.MaintenanceWindow.Recurring;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads one window of maintenance. */
final class MaintenanceReader {
    private MaintenanceReader() {}

    static Optional<MaintenanceWindow> read(ConfigNode window) {
        ConfigNode every = window.get("every");
        ConfigNode at = window.get("at");
        if (window.node().has("every") && window.node().has("at")) {
            at.add("expected either every or at, got both");
        } else if (!window.node().has("every") && !window.node().has("at") && window.isSound()) {
            every.add("expected either every or at, got neither");
        }
        Optional<ZoneId> zone = TimeOfWeek.zone(window.get("zone"));
        Optional<Duration> length = window.get("for").read(DurationText::parseLimit);
        Optional<TimeOfWeek> times = TimeOfWeek.read(every);
        Optional<LocalDateTime> once = at.read(MaintenanceReader::moment);
        if (zone.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        return times.isPresent()
                ? recurring(times.get(), length.get(), zone.get(), window)
                : once.map(moment -> new Once(moment, length.get(), zone.get()));
    }

    private static Optional<MaintenanceWindow> recurring(
            TimeOfWeek times, Duration length, ZoneId zone, ConfigNode window) {
        try {
            return Optional.of(new Recurring(times.days(), times.at(), length, zone));
        } catch (IllegalArgumentException e) {
            window.get("for").refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date and a time such as 2026-12-24T20:00", e);
        }
    }
}
