package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.anomaly.source.SeriesException;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.ResponseTimes;
import dev.smokerunner.history.reading.WatchReader;
import dev.smokerunner.monitor.JudgedSite.Origins;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Judges the numbers of all sites again and again, in a thread of its own: to learn what is usual takes it a second for each series
 * when a monitor starts. What is wrong becomes a signal, and so an incident.
 */
public final class AnomalyWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Supplier<Collection<WatchedSite>> sites;
    private final SignalRecorder recorder;
    private final Origins origins;
    private final MonitorLog log;
    private final Clock clock;
    private final Map<String, JudgedSite> judged = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "smoke-anomalies");
        one.setDaemon(true);
        return one;
    });

    /**
     * A watch that does nothing yet.
     *
     * @param database where numbers are
     * @param sites those that are watched now
     * @param recorder writes down what is wrong
     * @param sources where else numbers are
     * @param clock the time that all monitors of the database have
     */
    public AnomalyWatch(
            HistoryDatabase database,
            Supplier<Collection<WatchedSite>> sites,
            SignalRecorder recorder,
            Sources sources,
            Clock clock) {
        this.sites = sites;
        this.recorder = recorder;
        this.log = sources.log();
        this.clock = clock;
        this.origins = new Origins(
                new ResponseTimes(database.jdbi()),
                sources.counts(),
                sources.graphite(),
                new WatchReader(database.jdbi()),
                sources.place());
    }

    /**
     * Where numbers are.
     *
     * @param counts what was counted of visitors
     * @param graphite asks Graphite
     * @param place from where this monitor looks; empty where it has no name for that
     * @param log is told what cannot be read
     */
    public record Sources(CountSource counts, GraphiteSeries graphite, String place, MonitorLog log) {}

    /** Begins to judge. */
    public void start() {
        Future<?> unused = thread.scheduleWithFixedDelay(
                this::judgeAll, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void judgeAll() {
        sites.get().forEach(this::judge);
    }

    /** Judges what is new of a site. Not by several threads at once. */
    void judge(WatchedSite site) {
        JudgedSite known = judged.compute(
                site.id(),
                (id, before) ->
                        before != null && before.plan().equals(site.signals().anomalies())
                                ? before
                                : new JudgedSite(site.signals().anomalies()));
        try {
            known.read(site, origins, clock.instant());
            known.signals(site, clock.instant()).forEach(signal -> recorder.record(site, signal, handle -> {}));
        } catch (SeriesException e) {
            log.note(site.id() + ": anomalies: " + e.getMessage());
        } catch (JdbiException e) {
            log.note(
                    site.id() + ": anomalies: the history does not answer, tried again: " + HistoryException.reason(e));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
