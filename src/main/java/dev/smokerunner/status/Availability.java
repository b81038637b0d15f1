package dev.smokerunner.status;

import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundReader.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which share of a site's rounds of 30 days found nothing wrong. Days that are over are counted once. */
final class Availability {
    private static final int DAYS = 30;
    /** A round is written down when it ends, and a database may have been away. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final RoundReader rounds;
    private final Map<LocalDate, Map<String, Counts>> past = new ConcurrentHashMap<>();

    Availability(RoundReader rounds) {
        this.rounds = rounds;
    }

    /** The counts of all sites, by their ids. */
    Map<String, Counts> of(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate first = today.minusDays(DAYS);
        past.keySet().removeIf(day -> day.isBefore(first));
        Map<String, Counts> all = new HashMap<>();
        first.datesUntil(today.plusDays(1))
                .forEach(day -> counts(day, now).forEach((site, counts) -> all.merge(site, counts, Counts::and)));
        return all;
    }

    private Map<String, Counts> counts(LocalDate day, Instant now) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.plus(SETTLED).isBefore(now) ? past.computeIfAbsent(day, over -> counts(over)) : counts(day);
    }

    private Map<String, Counts> counts(LocalDate day) {
        return rounds.counts(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
