package dev.smokerunner.monitor;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.smokerunner.history.Sites;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import dev.smokerunner.result.SmokeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Builds each project with its newest dependencies at its own times, one after the other: a build takes what the machine has. Of
 * several monitors that share a history one does it.
 */
final class CanaryJob implements Job {
    private static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(10);

    private final CanaryLook look;
    private final RoundRecorder recorder;
    private final Sites known;
    private final MonitorOptions options;
    private final Clock clock;
    private final CustomTask<Void> task;
    private final ReentrantLock building = new ReentrantLock();
    private volatile Map<String, WatchedCanary> canaries = Map.of();
    private volatile Optional<Thread> builder = Optional.empty();
    private volatile boolean stopping;

    CanaryJob(RoundRecorder recorder, Sites known, MonitorOptions options, Clock clock) {
        this.look = options.canaries();
        this.recorder = recorder;
        this.known = known;
        this.options = options;
        this.clock = clock;
        this.task = Tasks.custom("canary", Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, next(complete.getExecution().getId())))
                .execute(this::build);
    }

    @Override
    public CustomTask<Void> task() {
        return task;
    }

    /** What is planned stays, so that a monitor that starts again builds nothing anew; but what is due sooner now comes sooner. */
    @Override
    public void plan(Scheduler scheduler, Reading reading) {
        canaries = reading.canaries();
        canaries.forEach((id, canary) -> {
            Instant now = clock.instant();
            Instant next = canary.cadence().after(now);
            scheduler.scheduleIfNotExists(task.instance(id), canary.cadence().isDueAtFirst() ? now : next);
            scheduler
                    .getScheduledExecution(task.instanceId(id))
                    .filter(planned ->
                            !planned.isPicked() && planned.getExecutionTime().isAfter(next))
                    .ifPresent(late -> scheduler.reschedule(late.getTaskInstance(), next));
        });
    }

    private CompletionHandler<Void> build(TaskInstance<Void> instance, ExecutionContext context) {
        WatchedCanary canary = canaries.get(instance.getId());
        if (canary == null) {
            return Job.leave(known.isWatched(instance.getId()), clock.instant().plus(LEFT_TO_OTHERS));
        }
        if (!building.tryLock()) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(LEFT_TO_OTHERS));
        }
        try {
            builder = Optional.of(Thread.currentThread());
            build(canary, context.getExecution());
        } finally {
            builder = Optional.empty();
            building.unlock();
        }
        return (complete, operations) -> operations.reschedule(complete, next(instance.getId()));
    }

    private void build(WatchedCanary canary, Execution execution) {
        try {
            SmokeResult result = look.look(canary.order(), canary.site().plan());
            SiteLook done = new SiteLook(canary.site(), options.location(), options.host(), result, true);
            recorder.record(done, Optional.of(Job.turn(execution)))
                    .ifPresentOrElse(memory -> options.log().round(done, memory), () -> options.log()
                            .note(canary.id() + ": another runner has taken this turn"));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            // The turn is not given back: another runner, or the next start of this one, builds it at once.
            throw new IllegalStateException(
                    canary.id() + ": the canary is not finished, because the monitor ends", end);
        }
    }

    private Instant next(String id) {
        Instant now = clock.instant();
        WatchedCanary canary = canaries.get(id);
        return canary == null || stopping ? now : canary.cadence().after(now);
    }

    /** Ends the build in progress, with all that it started. */
    @Override
    public void stop() {
        stopping = true;
        builder.ifPresent(Thread::interrupt);
    }
}
