package dev.smokerunner.observe.grid;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Notices that a session is lost.
 *
 * <p>Needed because a Grid (4.48.0, by experiment) keeps the DevTools socket of a session open, and even alive with pings, when
 * the session has ended or its node is gone; commands are simply not answered any more.
 */
public final class GridWatch implements AutoCloseable {
    /** A visit takes seconds; asking costs the Grid a few milliseconds. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final CountDownLatch over = new CountDownLatch(1);

    private GridWatch() {}

    /**
     * Asks every second until the session is lost or the watch is closed.
     *
     * @param whenLost is told once why, on a thread of the watch
     */
    public static GridWatch over(GridSession session, Consumer<String> whenLost) {
        GridWatch watch = new GridWatch();
        Thread thread = new Thread(() -> watch.run(session, whenLost), "smoke-grid-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void run(GridSession session, Consumer<String> whenLost) {
        try {
            while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<String> lost = session.lost();
                if (lost.isPresent() && over.getCount() > 0) {
                    whenLost.accept(lost.get());
                    return;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch; it tells nothing from now on, unless it is doing so at this moment. */
    @Override
    public void close() {
        over.countDown();
    }
}
