package dev.smokerunner.status;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.reading.RoundLoad;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.traffic.Beacons;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What sites' pages ask for and what their visitors do, as Prometheus has it. Labels are names of the config.
 *
 * @param history what the numbers are of
 * @param beacons knows what came of beacons at this runner
 */
record TrafficMetrics(StatusHistory history, Beacons beacons) {
    private static final Duration HOUR = Duration.ofHours(1);

    void addTo(MetricSnapshots.Builder all, List<SiteStatus> sites, Instant now) {
        Map<String, RoundLoad> loads = history.rounds().lastLoads();
        all.metricSnapshot(MetricsText.perSite(
                        "smoke_page_requests",
                        "How many requests the pages of the last round made.",
                        sites,
                        site -> load(loads, site).map(load -> (double) load.requests())))
                .metricSnapshot(MetricsText.perSite(
                        "smoke_page_bytes",
                        "How many bytes the pages of the last round loaded; nothing where no browser looked.",
                        sites,
                        site -> load(loads, site)
                                .filter(load -> load.bytes().isPresent())
                                .map(load -> (double) load.bytes().getAsLong())))
                .metricSnapshot(MetricsText.perSite(
                        "smoke_findings", "How much the last round found.", sites, site -> load(loads, site)
                                .map(load -> (double) load.findings())))
                .metricSnapshot(rounds(sites, now))
                .metricSnapshot(traffic(sites, now))
                .metricSnapshot(outcomes());
    }

    private static Optional<RoundLoad> load(Map<String, RoundLoad> loads, SiteStatus site) {
        return Optional.ofNullable(loads.get(site.site().id()));
    }

    private GaugeSnapshot rounds(List<SiteStatus> sites, Instant now) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("smoke_rounds")
                .help("How many rounds of the last hour passed and failed, outside of maintenance.");
        Map<String, Counts> counts = history.rounds().counts(now.minus(HOUR), now);
        for (SiteStatus site : sites) {
            Counts ofSite = counts.getOrDefault(site.site().id(), Counts.NONE);
            Map.of("pass", ofSite.passed(), "fail", ofSite.failed())
                    .forEach((verdict, count) -> gauge.dataPoint(
                            MetricsText.point(MetricsText.labels(site).merge(Labels.of("verdict", verdict)), count)));
        }
        return gauge.build();
    }

    private GaugeSnapshot traffic(List<SiteStatus> sites, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(1));
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("smoke_traffic")
                .help("What was counted in the last whole minute: views, errors, requests, failed-requests, tickets.");
        Map<CountKey, Long> counts = history.counts().all(minute, minute.plusSeconds(1));
        for (SiteStatus site : sites) {
            counts.forEach((key, amount) -> {
                if (key.site().equals(site.site().id())) {
                    gauge.dataPoint(MetricsText.point(
                            MetricsText.labels(site)
                                    .merge(Labels.of(
                                            "group",
                                            key.group(),
                                            "measure",
                                            key.measure().word())),
                            amount));
                }
            });
        }
        return gauge.build();
    }

    private CounterSnapshot outcomes() {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name("smoke_beacons")
                .help("Beacons that came to this runner, by what came of them.");
        beacons.outcomes()
                .forEach((outcome, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of("outcome", outcome.name().toLowerCase(Locale.ROOT)))
                        .value((double) count)
                        .build()));
        return counter.build();
    }
}
