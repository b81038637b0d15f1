package dev.smokerunner.monitor;

import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Runners.Runner;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.Turn;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.SmokePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.JdbiException;

/** Does a round: looks at a site, and has it recorded, also where the database is gone for a while. */
public final class RoundRunner {
    /** A database that restarts is back sooner; who waits longer keeps the turn of another round. */
    private static final Duration LONGEST_WITHOUT_DATABASE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Function<SmokePlan, SmokeResult> look;
    private final NetworkCheck network;
    private final MonitorLog log;
    private final WebClient client = new WebClient();
    private final LongSupplier nanoTime;
    private volatile boolean stopping;

    /**
     * A runner of rounds.
     *
     * @param look runs a plan
     * @param network knows whether this machine's own network is up
     * @param log is told what happens
     * @param nanoTime a clock in nanoseconds that does not jump
     */
    public RoundRunner(
            Function<SmokePlan, SmokeResult> look, NetworkCheck network, MonitorLog log, LongSupplier nanoTime) {
        this.look = look;
        this.network = network;
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /**
     * Does one.
     *
     * @param turn whose turn it is; absent where nobody else could have it
     * @return what is known of the site now; absent where the round was given up or its turn lost
     */
    public Optional<SiteMemory> round(
            WatchedSite site, Runner runner, Optional<Turn> turn, RoundRecorder recorder, Clock clock) {
        SmokeResult seen = look.apply(site.plan());
        if (stopping && seen.verdict() == Verdict.INCONCLUSIVE) {
            log.note(site.id() + ": the round is not finished, because the monitor ends");
            return Optional.empty();
        }
        NetworkCheck.Judged judged = network.judge(site, seen, clock.instant());
        SiteLook done = new SiteLook(site, runner.location(), runner.id(), judged.result(), judged.isUp());
        Optional<SiteMemory> memory = record(done, turn, recorder);
        if (memory.isEmpty()) {
            log.note(site.id() + ": another runner has taken this turn; the round is not counted");
        }
        memory.ifPresent(known -> log.round(done, known));
        if (memory.isPresent() && judged.isUp()) {
            beat(site);
        }
        return memory;
    }

    /** Says to somebody else that rounds end; who hears nothing any more tells people. */
    private void beat(WatchedSite site) {
        site.schedule().heartbeat().map(client::ask).ifPresent(delivery -> {
            if (!(delivery instanceof Delivery.Delivered)) {
                log.note(site.id() + ": the heartbeat did not arrive: " + delivery.words());
            }
        });
    }

    private Optional<SiteMemory> record(SiteLook look, Optional<Turn> turn, RoundRecorder recorder) {
        long start = nanoTime.getAsLong();
        while (true) {
            try {
                return recorder.record(look, turn);
            } catch (JdbiException e) {
                if (stopping || nanoTime.getAsLong() - start > LONGEST_WITHOUT_DATABASE.toNanos()) {
                    throw e;
                }
                log.note(
                        look.site().id() + ": the history does not answer, tried again: " + HistoryException.reason(e));
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the monitor ends", e);
        }
    }

    /** Since when this machine's own network is down; absent while it is up. */
    Optional<Instant> networkDownSince() {
        return network.downSince();
    }

    /** From now on a round that is broken off is not the site's fault. */
    void stop() {
        stopping = true;
    }
}
