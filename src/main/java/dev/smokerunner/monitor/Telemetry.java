package dev.smokerunner.monitor;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.metrics.MetricsSender;
import dev.smokerunner.metrics.Points;
import dev.smokerunner.release.Release;
import dev.smokerunner.traffic.Beacon.Outcome;
import dev.smokerunner.traffic.Beacons;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.log.LogWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Counts the visitors of the watched sites, and sends all numbers to where the sites' configs say. It works in threads of its own:
 * rounds do not wait for it.
 */
public final class Telemetry implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final String READING_LOGS = "the reading of access logs";

    private final HistoryDatabase database;
    private final Supplier<Collection<WatchedSite>> sites;
    private final MonitorLog log;
    private final Clock clock;
    private final MetricsSender sender;
    private final CountBook book;
    private final Beacons beacons;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = List.of(
            new Thread(() -> repeat(task("the counting of visitors", this::writeDown)), "smoke-traffic"),
            new Thread(this::followLogs, "smoke-logs"));
    private long droppedTold;
    private boolean unclearTold;

    /**
     * Counts nothing yet.
     *
     * @param database where counts go
     * @param sites those that are watched now
     * @param log is told what somebody should know
     * @param clock the time that all monitors of the database have
     */
    public Telemetry(HistoryDatabase database, Supplier<Collection<WatchedSite>> sites, MonitorLog log, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.log = log;
        this.clock = clock;
        this.sender = new MetricsSender(log::problem);
        this.book = new CountBook(database.jdbi(), this::send, log::problem);
        this.beacons = new Beacons(this::counted, clock);
    }

    /** What takes beacons. */
    public Beacons beacons() {
        return beacons;
    }

    /** Begins to write down, to send, and to read logs. */
    public void start() {
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    private List<CountedSite> counted() {
        return sites.get().stream().map(WatchedSite::counted).toList();
    }

    private RepeatedTask task(String name, Runnable task) {
        return new RepeatedTask(name, task, log);
    }

    private void repeat(RepeatedTask task) {
        try {
            do {
                task.run();
            } while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        task.run();
    }

    private void writeDown() {
        long lost = beacons.writeTo(book);
        if (lost > 0) {
            log.problem(lost + " beacons are not counted: the database takes nothing for too long");
        }
        tellOfDropped();
        tellOfUnclear();
        tellOfReleases();
    }

    private void tellOfDropped() {
        long dropped = beacons.outcomes().getOrDefault(Outcome.DROPPED, 0L);
        if (dropped > droppedTold) {
            log.problem((dropped - droppedTold) + " beacons were dropped in the last " + PAUSE.toSeconds()
                    + " s: more came in a second than any site has visitors");
        }
        droppedTold = dropped;
    }

    private void tellOfUnclear() {
        if (!unclearTold && beacons.outcomes().getOrDefault(Outcome.UNCLEAR_SITE, 0L) > 0) {
            log.problem(
                    "beacons are not counted whose site has several environments that take them; let these pages say"
                            + " site=NAME/ENVIRONMENT");
            unclearTold = true;
        }
    }

    private void tellOfReleases() {
        Map<String, WatchedSite> asked = sites.get().stream()
                .filter(site -> site.signals().metrics().events().isPresent()
                        || site.signals().metrics().grafana().isPresent())
                .collect(Collectors.toMap(WatchedSite::id, site -> site));
        if (asked.isEmpty()) {
            return;
        }
        for (Release release : new Releases(database.jdbi()).takeUntold(asked.keySet(), clock.instant())) {
            Optional.ofNullable(asked.get(release.site()))
                    .ifPresent(site -> sender.send(site.signals().metrics(), release));
        }
    }

    /** Counts what is new in access logs, once: for a monitor that does a single round. */
    public void readLogs() {
        task(READING_LOGS, () -> new LogWatch(database.jdbi(), book, clock, () -> false, log::problem).look(counted()))
                .run();
    }

    private void followLogs() {
        try {
            LogWatch watch = new LogWatch(database.jdbi(), book, clock, () -> end.getCount() == 0, log::problem);
            repeat(task(READING_LOGS, () -> watch.look(counted())));
        } catch (RuntimeException e) {
            log.problem(
                    "access logs are not read, because the database did not say how far they were: " + e.getMessage());
        }
    }

    /** Sends counts: all of some minutes. */
    public void send(Map<CountKey, Long> counts) {
        for (WatchedSite site : sites.get()) {
            CountedSite counted = site.counted();
            sender.send(
                    site.signals().metrics(), Points.of(counted.id(), counted.name(), counted.environment(), counts));
        }
    }

    /** Sends the numbers of a round. */
    public void round(SiteLook look) {
        sender.send(look.site().signals().metrics(), Points.of(look.result()));
    }

    /** Writes down what was counted, sends what waits, and ends. */
    @Override
    public void close() {
        end.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }
}
