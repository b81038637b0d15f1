package dev.smokerunner.status;

import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The last day of all sites in quarters of an hour. Those that are over are read once. */
final class LastDay {
    /** A round is written down when it ends, and a database may have been away. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final RoundReader rounds;
    private final TreeMap<Instant, Map<String, Slot>> past = new TreeMap<>();

    LastDay(RoundReader rounds) {
        this.rounds = rounds;
    }

    /** The slots of each site in order, by its id. */
    synchronized Map<String, List<Slot>> of(DayChart day, Instant now) {
        past.headMap(day.from()).clear();
        Instant next = past.isEmpty() ? day.from() : past.lastKey().plus(DayChart.SLOT);
        TreeMap<Instant, Map<String, Slot>> all = new TreeMap<>(past);
        rounds.slots(next, day.until(), DayChart.SLOT)
                .forEach((site, slots) ->
                        slots.forEach(slot -> all.computeIfAbsent(slot.begin(), begin -> new HashMap<>())
                                .put(site, slot)));
        for (Instant begin = next;
                !begin.plus(DayChart.SLOT).isAfter(now.minus(SETTLED));
                begin = begin.plus(DayChart.SLOT)) {
            past.put(begin, all.getOrDefault(begin, Map.of()));
        }
        return all.values().stream()
                .flatMap(sites -> sites.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
