package dev.smokerunner.monitor;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.smokerunner.history.Turn;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import java.time.Instant;

/** Something that a monitor does again and again besides looking at sites; where several share a database, one of them does it. */
interface Job {
    /** As the scheduler knows it. */
    CustomTask<Void> task();

    /** That it is this runner's turn, as the scheduler says. */
    static Turn turn(Execution execution) {
        return new Turn(
                execution.getTaskName(), execution.getId(), String.valueOf(execution.pickedBy), execution.version);
    }

    /**
     * What becomes of a turn for something that this monitor does not know: another one may.
     *
     * @param isWanted whether any monitor knows it
     * @param next when it is looked whether it is still so
     */
    static CompletionHandler<Void> leave(boolean isWanted, Instant next) {
        return (complete, operations) -> {
            if (isWanted) {
                operations.reschedule(complete, next);
            } else {
                operations.remove();
            }
        };
    }

    /** Plans what the configs ask for now. */
    void plan(Scheduler scheduler, Reading reading);

    /** The monitor ends: what takes long is given up. */
    default void stop() {
        // Most take a moment.
    }
}
