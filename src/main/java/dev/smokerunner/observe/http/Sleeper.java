package dev.smokerunner.observe.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits; tests put in one that does not. */
@FunctionalInterface
public interface Sleeper {
    /** Really waits. */
    Sleeper SYSTEM = pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos());

    /**
     * Returns after a while.
     *
     * @param pause how long
     * @throws InterruptedException if the waiting thread is asked to stop
     */
    void sleep(Duration pause) throws InterruptedException;
}
