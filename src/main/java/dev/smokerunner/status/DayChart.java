package dev.smokerunner.status;

import dev.smokerunner.history.reading.Slot;
import dev.smokerunner.status.html.DayView;
import dev.smokerunner.status.html.DayView.Bars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws the last day of a site in a line.
 *
 * @param from when the day begins
 */
record DayChart(Instant from) {
    static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int STEP = 10;
    private static final int HIGHEST = 20;
    private static final int LOWEST = 5;

    /** The day up to now, and to the end of the slot of now. */
    static DayChart upTo(Instant now) {
        long length = SLOT.toMillis();
        return new DayChart(
                Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length).minus(DAY));
    }

    Instant until() {
        return from.plus(DAY);
    }

    DayView of(List<Slot> slots) {
        double longest = slots.stream()
                .flatMap(slot -> slot.phases().longest().stream())
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(1);
        Map<String, StringBuilder> paths = new TreeMap<>();
        slots.forEach(slot ->
                paths.computeIfAbsent(look(slot), look -> new StringBuilder()).append(bar(slot, Math.max(1, longest))));
        return new DayView(
                paths.entrySet().stream()
                        .map(entry -> new Bars(entry.getKey(), entry.getValue().toString()))
                        .toList(),
                words(slots));
    }

    private String bar(Slot slot, double longest) {
        long at = Duration.between(from, slot.begin()).dividedBy(SLOT);
        Optional<Duration> time = slot.phases().longest();
        int height = time.map(took -> LOWEST + (int) Math.round(took.toMillis() / longest * (HIGHEST - LOWEST)))
                .orElse(slot.failed() > 0 ? HIGHEST : LOWEST);
        return "M" + (at * STEP + 1) + " 20v-" + height + "h" + (STEP - 2) + "v" + height + "z";
    }

    private static String look(Slot slot) {
        if (slot.failed() > 0) {
            return "bad";
        }
        if (slot.inconclusive() > 0) {
            return "unsure";
        }
        return slot.passed() > 0 ? "good" : "calm";
    }

    private static String words(List<Slot> slots) {
        int failed = slots.stream().mapToInt(Slot::failed).sum();
        int unclear = slots.stream().mapToInt(Slot::inconclusive).sum();
        int all = failed + unclear + slots.stream().mapToInt(Slot::passed).sum();
        if (all == 0) {
            return "Nobody looked in the last 24 hours.";
        }
        String trouble =
                (failed == 0 ? "" : ", " + failed + " failed") + (unclear == 0 ? "" : ", " + unclear + " inconclusive");
        return "Last 24 hours: " + Words.count(all, "round", "rounds") + (trouble.isEmpty() ? ", all good" : trouble)
                + ".";
    }
}
