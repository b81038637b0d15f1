package dev.smokerunner.status;

import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundReader.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Which share of a site's rounds of 30 days found nothing wrong. Hours that are over are added up once. */
final class Availability {
    private static final Duration MONTH = Duration.ofDays(30);
    /** A round is written down when it ends, and a database may have been away. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final RoundReader rounds;
    private volatile Past past = new Past(Instant.EPOCH, Map.of());

    Availability(RoundReader rounds) {
        this.rounds = rounds;
    }

    private record Past(Instant until, Map<String, Counts> counts) {}

    /** The counts of all sites, by their ids. */
    Map<String, Counts> of(Instant now) {
        Instant settled = now.minus(SETTLED).truncatedTo(ChronoUnit.HOURS);
        Past before = past;
        if (!before.until.equals(settled)) {
            Instant from = settled.minus(MONTH).truncatedTo(ChronoUnit.DAYS);
            before = new Past(settled, rounds.hours(from, settled));
            past = before;
        }
        Map<String, Counts> all = new HashMap<>(before.counts);
        rounds.hours(settled, now.plus(SETTLED)).forEach((site, counts) -> all.merge(site, counts, Counts::and));
        return all;
    }
}
