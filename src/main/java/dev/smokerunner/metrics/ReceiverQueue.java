package dev.smokerunner.metrics;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What waits for a receiver, and the thread that hands it over. Who fills it never waits: where the receiver is away for long, the
 * oldest is given up, counted, and told of when the receiver is back.
 *
 * @param <T> what the receiver takes
 */
final class ReceiverQueue<T> implements AutoCloseable {
    /** Twelve numbers of a hundred sites for some ten minutes; some megabytes. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final Receiver<T> receiver;
    private final Consumer<String> log;
    private final Duration firstPause;
    private final Thread thread;
    private final Deque<T> waiting = new ArrayDeque<>();
    private long lost;
    private boolean isClosed;

    /**
     * Begins to hand over.
     *
     * @param log is told when the receiver goes away, and when it is back
     * @param firstPause how long it waits after the first failure; then twice as long each time, up to a minute
     */
    ReceiverQueue(Receiver<T> receiver, Consumer<String> log, Duration firstPause) {
        this.receiver = receiver;
        this.log = log;
        this.firstPause = firstPause;
        this.thread = new Thread(this::run, "smoke-metrics");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds to what waits. */
    synchronized void add(List<T> things) {
        waiting.addAll(things);
        while (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
            lost++;
        }
        notifyAll();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        try {
            for (List<T> batch = next(); !batch.isEmpty(); batch = next()) {
                pause = handOver(batch, pause);
                rest(pause);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands a batch over, or keeps it; says how long to wait before the next one. */
    private Duration handOver(List<T> batch, Duration pauseBefore) {
        try {
            receiver.send(batch);
            if (!pauseBefore.isZero()) {
                log.accept(receiver.name() + " takes numbers again" + wordsOfLost());
            }
            return Duration.ZERO;
        } catch (IOException e) {
            giveBack(batch);
            return failed(e, pauseBefore);
        } catch (RuntimeException e) {
            // What cannot even be sent is the same the next time; what comes after it may be sent.
            giveUp(batch.size());
            return failed(e, pauseBefore);
        }
    }

    private Duration failed(Exception e, Duration pauseBefore) {
        if (pauseBefore.isZero()) {
            log.accept(receiver.name() + " takes no numbers, and is tried again: " + e.getMessage());
            return firstPause;
        }
        Duration next = pauseBefore.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private synchronized void giveUp(int things) {
        lost += things;
    }

    private synchronized String wordsOfLost() {
        String words = lost == 0 ? "" : "; " + lost + " were given up meanwhile";
        lost = 0;
        return words;
    }

    /** The next ones, together; none when it is closed. */
    private synchronized List<T> next() throws InterruptedException {
        while (waiting.isEmpty() && !isClosed) {
            wait();
        }
        List<T> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < receiver.mostAtOnce()) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private synchronized void giveBack(List<T> batch) {
        for (int at = batch.size() - 1; at >= 0; at--) {
            if (waiting.size() < MOST_WAITING) {
                waiting.addFirst(batch.get(at));
            } else {
                lost++;
            }
        }
        if (isClosed) {
            waiting.clear();
        }
    }

    private synchronized void rest(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && !isClosed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Hands over what waits, once, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
