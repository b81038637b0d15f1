package dev.smokerunner.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
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

/**
 * A time of the day, each day or on one day of the week, as {@code 02:00} or {@code sun 02:00}.
 *
 * @param days on which days
 * @param at at what time
 */
record TimeOfWeek(Set<DayOfWeek> days, LocalTime at) {
    private static final String FORM = "a time such as \"02:00\", or a weekday and a time such as \"sun 02:00\"";
    private static final Map<String, DayOfWeek> DAYS = names();

    static Optional<TimeOfWeek> read(ConfigNode entry) {
        String[] words = entry.text().orElse("").strip().split("\\s+", -1);
        if (words.length != 2) {
            return entry.read(text -> new TimeOfWeek(EnumSet.allOf(DayOfWeek.class), time(text.strip())));
        }
        DayOfWeek day = DAYS.get(words[0].toLowerCase(Locale.ROOT));
        if (day == null) {
            entry.add("expected " + FORM + ", got the weekday " + Quoted.quoted(words[0])
                    + Nearest.hint(words[0], DAYS.keySet()));
            return Optional.empty();
        }
        return entry.read(text -> new TimeOfWeek(Set.of(day), time(words[1])));
    }

    /** Whose clocks are meant: UTC where nothing stands there; absent where what stands there is none. */
    static Optional<ZoneId> zone(ConfigNode entry) {
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

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }

    /** Both as people write them: {@code sun} and {@code sunday}. */
    private static Map<String, DayOfWeek> names() {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        for (TextStyle style : new TextStyle[] {TextStyle.SHORT, TextStyle.FULL}) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT), day);
            }
        }
        return days;
    }
}
