package dev.smokerunner.monitor;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the tickets of each Zendesk at its pace. */
final class TicketJob implements Job {
    private static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(10);

    private final TicketReading reading;
    private final Clock clock;
    private final CustomTask<Void> task;
    private volatile Map<String, TicketDesk> desks = Map.of();

    TicketJob(TicketReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
        this.task = Tasks.custom("tickets", Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, next(complete.getExecution(), Instant.EPOCH)))
                .execute(this::read);
    }

    @Override
    public CustomTask<Void> task() {
        return task;
    }

    @Override
    public void plan(Scheduler scheduler, Reading configs) {
        desks = TicketDesk.of(configs.sites().values());
        desks.keySet().forEach(id -> scheduler.scheduleIfNotExists(task.instance(id), clock.instant()));
    }

    private CompletionHandler<Void> read(TaskInstance<Void> instance, ExecutionContext context) {
        TicketDesk desk = desks.get(instance.getId());
        if (desk == null) {
            return Job.leave(
                    !reading.isAbandoned(instance.getId()), clock.instant().plus(LEFT_TO_OTHERS));
        }
        Execution execution = context.getExecution();
        Instant left = reading.read(desk, Optional.of(Job.turn(execution)));
        return (complete, operations) -> operations.reschedule(complete, next(execution, left));
    }

    private Instant next(Execution execution, Instant notBefore) {
        TicketDesk desk = desks.get(execution.getId());
        Instant now = clock.instant();
        Instant next = desk == null ? now : Pace.next(execution.getExecutionTime(), desk.every(), now);
        return next.isBefore(notBefore) ? notBefore : next;
    }
}
