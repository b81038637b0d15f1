package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.monitor.AnomalyWatch.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a monitor works.
 *
 * @param location from where it looks; empty where it has no name for that
 * @param host the machine that it runs on, for people
 * @param atOnce how many rounds it does at once; 1 or more
 * @param rereadEvery how often it looks whether a config changed
 * @param publicUrl where people find its status page; absent where they do not
 * @param retries when an alert is sent again that did not arrive
 * @param log is told what happens
 * @param graphite asks Graphite for numbers that are judged
 * @param canaries builds projects with their newest dependencies
 */
public record MonitorOptions(
        String location,
        String host,
        int atOnce,
        Duration rereadEvery,
        Optional<String> publicUrl,
        RetryPolicy retries,
        MonitorLog log,
        GraphiteSeries graphite,
        CanaryLook canaries) {
    /** How one works that asks Graphite as nobody, and builds nothing. */
    public MonitorOptions(
            String location,
            String host,
            int atOnce,
            Duration rereadEvery,
            Optional<String> publicUrl,
            RetryPolicy retries,
            MonitorLog log) {
        this(
                location,
                host,
                atOnce,
                rereadEvery,
                publicUrl,
                retries,
                log,
                new GraphiteSeries(Optional.empty()),
                CanaryLook.NONE);
    }

    /** Rejects null. */
    public MonitorOptions {
        requireNonNull(location);
        requireNonNull(host);
        requireNonNull(rereadEvery);
        requireNonNull(publicUrl);
        requireNonNull(retries);
        requireNonNull(log);
        requireNonNull(graphite);
        requireNonNull(canaries);
    }

    /** What judges numbers. */
    AnomalyWatch anomalies(HistoryDatabase database, SignalRecorder signals, Clock clock) {
        return new AnomalyWatch(database, signals, new Sources(graphite, log), clock);
    }
}
