package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Messages;
import dev.smokerunner.history.Runners.Runner;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * One round of all sites, and the messages that it leads to, for who has a clock of his own, as cron. What did not arrive is
 * tried again by the next one.
 */
public final class SingleRound implements Deliveries {
    private final HistoryDatabase database;
    private final MonitorOptions options;
    private final DatabaseClock clock;

    /**
     * A round.
     *
     * @param database its memory
     * @param options how it works
     * @param clock the time that all monitors of the database have
     */
    public SingleRound(HistoryDatabase database, MonitorOptions options, DatabaseClock clock) {
        this.database = database;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @param sites what is looked at, by id
     * @param rounds looks at one
     * @return how many messages are given up or wait for a next try
     */
    public int of(Map<String, WatchedSite> sites, RoundRunner rounds) throws InterruptedException {
        new Sites(database.jdbi())
                .watch(sites.values().stream().map(WatchedSite::record).toList());
        RoundRecorder recorder = new RoundRecorder(database, this, options.publicUrl());
        Runner me = new Runner(HistoryDatabase.newRunnerId(), options.location(), options.host(), clock.instant());
        lookAt(sites.values(), site -> () -> rounds.round(site, me, Optional.empty(), recorder, clock));
        SignalRecorder signals = new SignalRecorder(database, this, options.publicUrl());
        TicketReading reading = new TicketReading(database, signals, options.log(), clock);
        TicketDesk.of(sites.values()).values().forEach(desk -> reading.read(desk, Optional.empty()));
        AnomalyWatch anomalies = options.anomalies(database, signals, clock);
        sites.values().forEach(site -> anomalies.judge(site, Optional.empty()));
        new ReleaseNews(database, this).tell(sites.values(), clock.instant());
        return sendAll(id -> Optional.ofNullable(sites.get(id)));
    }

    /**
     * Records what another run found out already, and sends what it leads to.
     *
     * @param tells whether it alerts; where it does not, it neither opens nor closes an incident, since a monitor of the same site
     *     would take for told what nobody was told
     * @return how many messages are given up or wait for a next try
     */
    public int ofResults(Map<WatchedSite, SmokeResult> results, boolean tells) {
        new Sites(database.jdbi())
                .watch(results.keySet().stream().map(WatchedSite::record).toList());
        RoundRecorder recorder = new RoundRecorder(database, this, options.publicUrl());
        results.forEach((site, result) -> recorder.record(
                new SiteLook(site, options.location(), options.host(), result, tells), Optional.empty()));
        new ReleaseNews(database, this).tell(results.keySet(), clock.instant());
        Map<String, WatchedSite> sites =
                results.keySet().stream().collect(Collectors.toMap(WatchedSite::id, site -> site, (one, same) -> one));
        return sendAll(id -> Optional.ofNullable(sites.get(id)));
    }

    private void lookAt(Collection<WatchedSite> sites, Function<WatchedSite, Callable<?>> look)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(options.atOnce());
        try {
            List<Future<?>> looks = new ArrayList<>();
            sites.forEach(site -> looks.add(threads.submit(look.apply(site))));
            for (Future<?> one : looks) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a round failed, which is a bug: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private int sendAll(Function<String, Optional<WatchedSite>> sites) {
        Messages messages = new Messages(database.jdbi());
        int deadBefore = messages.dead();
        MessageSender sender = new MessageSender(messages, sites, options.retries(), clock);
        for (StoredMessage message : messages.waiting()) {
            // Another config's, whose own monitor sends it.
            if (sites.apply(message.site()).isPresent()) {
                sender.send(message.id());
            }
        }
        return messages.dead()
                - deadBefore
                + (int) messages.waiting().stream()
                        .filter(message -> sites.apply(message.site()).isPresent())
                        .count();
    }

    /** What is written down is sent when the round is over. */
    @Override
    public void plan(String message, Handle handle) {
        // It is found among those that wait.
    }

    @Override
    public void check() {
        // After the round.
    }
}
