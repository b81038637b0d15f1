package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

/**
 * That a runner may do something now, and nobody else: one row of the scheduler's table, as it was when the runner took it. A
 * runner that was paused meanwhile may have lost it to another one without knowing.
 *
 * @param task the scheduler's name of the kind of work
 * @param instance which work
 * @param runner who took it
 * @param version how often it was taken or changed before
 */
public record Turn(String task, String instance, String runner, long version) {
    /** Rejects null. */
    public Turn {
        requireNonNull(task);
        requireNonNull(instance);
        requireNonNull(runner);
    }
}
