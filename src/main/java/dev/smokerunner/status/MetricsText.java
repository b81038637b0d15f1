package dev.smokerunner.status;

import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.Phases;
import dev.smokerunner.history.reading.RunnerStatus;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.traffic.Beacons;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes numbers down as Prometheus reads them. They are those of the history, whoever of several runners is asked; labels are
 * names of the config and never the words of a page.
 *
 * @param history what they are of
 * @param beacons knows what came of beacons at this runner
 */
record MetricsText(StatusHistory history, Beacons beacons) {
    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();

    /** The media type of the text. */
    static String type() {
        return WRITER.getContentType();
    }

    String at(Instant now) {
        List<SiteStatus> sites = history.sites().all();
        Freshness freshness = new Freshness(now);
        Map<String, Long> open = history.incidents().open().stream()
                .collect(Collectors.groupingBy(MetricsText::site, Collectors.counting()));
        MetricSnapshots.Builder all = MetricSnapshots.builder()
                .metricSnapshot(perSite(
                        "smoke_up",
                        "Whether nothing is wrong with a site, as far as that is confirmed: 1, or 0; nothing where nobody knows.",
                        sites,
                        site -> up(freshness.state(site))))
                .metricSnapshot(states(sites, freshness))
                .metricSnapshot(perSite(
                        "smoke_severity",
                        "How bad it is: 1 is the worst, 5 the least; nothing where nothing is wrong.",
                        sites,
                        site -> site.severity().map(severity -> (double) severity.level())))
                .metricSnapshot(perSite(
                        "smoke_last_round_seconds",
                        "When the last round of a site ended, in seconds since 1970.",
                        sites,
                        site -> site.lastRound().map(round -> seconds(round.endedAt()))))
                .metricSnapshot(perSite(
                        "smoke_last_round_duration_seconds",
                        "How long the last round of a site took.",
                        sites,
                        site -> site.lastRound().map(round -> seconds(round.duration()))))
                .metricSnapshot(phases(sites))
                .metricSnapshot(perSite(
                        "smoke_open_incidents",
                        "Incidents of a site that are not over.",
                        sites,
                        site -> Optional.of(
                                (double) open.getOrDefault(site.site().id(), 0L))))
                .metricSnapshot(messages());
        new TrafficMetrics(history, beacons).addTo(all, sites, now);
        runners(all, history.runners().all());
        return written(all.build());
    }

    private static Optional<Double> up(SiteState state) {
        return switch (state) {
            case OK -> Optional.of(1.0);
            case FAILING -> Optional.of(0.0);
            case INCONCLUSIVE, MAINTENANCE, UNKNOWN -> Optional.empty();
        };
    }

    /** A number of each site that has one. */
    static GaugeSnapshot perSite(
            String name, String help, List<SiteStatus> sites, Function<SiteStatus, Optional<Double>> number) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        for (SiteStatus site : sites) {
            number.apply(site).ifPresent(value -> gauge.dataPoint(point(labels(site), value)));
        }
        return gauge.build();
    }

    private static GaugeSnapshot states(List<SiteStatus> sites, Freshness freshness) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("smoke_state").help("How a site is: 1 for the state that it is in.");
        for (SiteStatus site : sites) {
            for (SiteState state : SiteState.values()) {
                gauge.dataPoint(point(
                        labels(site).merge(Labels.of("state", state.word())), freshness.state(site) == state ? 1 : 0));
            }
        }
        return gauge.build();
    }

    private static GaugeSnapshot phases(List<SiteStatus> sites) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("smoke_page_seconds")
                .help("How long the slowest page of the last round took until each phase.");
        for (SiteStatus site : sites) {
            site.lastRound().ifPresent(round -> {
                Phases phases = round.phases();
                Map<String, Optional<Duration>> all = Map.of(
                        "document", phases.document(),
                        "dom-content-loaded", phases.domContentLoaded(),
                        "load", phases.load(),
                        "ready", phases.ready());
                all.forEach((phase, time) -> time.ifPresent(
                        took -> gauge.dataPoint(point(labels(site).merge(Labels.of("phase", phase)), seconds(took)))));
            });
        }
        return gauge.build();
    }

    private GaugeSnapshot messages() {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("smoke_messages")
                .help("Messages to people that wait to be sent, or were given up (dead).");
        for (SentAlert.State state : List.of(SentAlert.State.WAITING, SentAlert.State.DEAD)) {
            gauge.dataPoint(point(
                    Labels.of("state", state.name().toLowerCase(Locale.ROOT)),
                    history.incidents().count(state)));
        }
        return gauge.build();
    }

    private static void runners(MetricSnapshots.Builder all, List<RunnerStatus> runners) {
        GaugeSnapshot.Builder seen = GaugeSnapshot.builder()
                .name("smoke_runner_seen_seconds")
                .help("When a runner last said that it is alive, in seconds since 1970.");
        GaugeSnapshot.Builder network = GaugeSnapshot.builder()
                .name("smoke_runner_network_down")
                .help("Whether a runner's own network is down: 1, or 0.");
        CounterSnapshot.Builder rounds =
                CounterSnapshot.builder().name("smoke_runner_rounds").help("Rounds that a runner finished.");
        for (RunnerStatus runner : runners) {
            Labels labels = Labels.of("runner", runner.id(), "host", runner.host(), "location", runner.location());
            seen.dataPoint(point(labels, seconds(runner.seenAt())));
            network.dataPoint(point(labels, runner.networkDownSince().isPresent() ? 1 : 0));
            rounds.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value((double) runner.rounds())
                    .build());
        }
        all.metricSnapshot(seen.build()).metricSnapshot(network.build()).metricSnapshot(rounds.build());
    }

    static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    static Labels labels(SiteStatus status) {
        return Labels.of(
                "name", status.site().name(), "environment", status.site().environment());
    }

    private static String site(IncidentSummary incident) {
        return incident.name() + "/" + incident.environment();
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String written(MetricSnapshots numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            WRITER.write(out, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
