package dev.smokerunner.status;

import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundReader.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which share of a site's rounds of 30 days found nothing wrong. Hours and days that are over are counted once: a month of many
 * sites has millions of rounds.
 */
final class Availability {
    private static final Duration MONTH = Duration.ofDays(30);
    /** A round is written down when it ends, and a database may have been away. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final RoundReader rounds;
    private final Map<Span, Map<String, Counts>> past = new ConcurrentHashMap<>();

    Availability(RoundReader rounds) {
        this.rounds = rounds;
    }

    private record Span(Instant from, Instant until) {}

    /** The counts of all sites, by their ids. */
    Map<String, Counts> of(Instant now) {
        Instant settled = now.minus(SETTLED).truncatedTo(ChronoUnit.HOURS);
        List<Span> spans = spans(settled);
        past.keySet().retainAll(spans);
        Map<String, Counts> all = new HashMap<>();
        spans.forEach(span -> add(all, past.computeIfAbsent(span, over -> rounds.counts(over.from, over.until))));
        add(all, rounds.counts(settled, now.plus(SETTLED)));
        return all;
    }

    private static void add(Map<String, Counts> all, Map<String, Counts> some) {
        some.forEach((site, counts) -> all.merge(site, counts, Counts::and));
    }

    /** Thirty days, and the hours of the last one. */
    private static List<Span> spans(Instant until) {
        List<Span> spans = new ArrayList<>();
        Instant from = until.minus(MONTH).truncatedTo(ChronoUnit.DAYS);
        while (from.isBefore(until)) {
            Instant nextDay = from.plus(Duration.ofDays(1));
            Instant end = nextDay.isAfter(until) ? from.plus(Duration.ofHours(1)) : nextDay;
            spans.add(new Span(from, end));
            from = end;
        }
        return spans;
    }
}
