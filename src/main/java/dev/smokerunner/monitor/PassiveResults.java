package dev.smokerunner.monitor;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hands each round to Nagios as a passive result: the host is the config's name, the service {@code smoke ENVIRONMENT}. A Nagios
 * that does not read holds nothing up; what it misses is the oldest.
 */
public final class PassiveResults implements AutoCloseable {
    /** Nagios reads its command file several times a second. */
    private static final int MOST_WAITING = 100;

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final PassiveTarget target;
    private final MonitorLog log;
    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "smoke-nagios");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /**
     * Results for a Nagios.
     *
     * @param target where it takes them
     * @param log is told where it does not
     */
    public PassiveResults(PassiveTarget target, MonitorLog log) {
        this.target = target;
        this.log = log;
    }

    /** Hands one over. */
    public void round(SiteLook look) {
        PassiveResult result = PassiveResult.of(look.result());
        writer.execute(() -> hand(result));
    }

    private void hand(PassiveResult result) {
        try {
            target.take(result);
        } catch (IOException e) {
            log.problem(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands over what waits, for ten seconds at most. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
