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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Judges the numbers of each site again and again. Of several monitors that share a history one does it, for all places from which
 * the site is looked at: two who judge would contradict each other.
 */
final class AnomalyJob implements Job {
    /** Counts come by the minute: half of one is lost at most. */
    private static final Duration EVERY = Duration.ofSeconds(30);
    /** To learn what is usual of a site takes seconds: the others do not wait for it in threads that rounds need. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private static final Duration BUSY = Duration.ofSeconds(3);

    private final AnomalyWatch watch;
    private final Sites known;
    private final Clock clock;
    private final CustomTask<Void> task;
    private final ReentrantLock judging = new ReentrantLock();
    private volatile Map<String, WatchedSite> sites = Map.of();

    AnomalyJob(AnomalyWatch watch, Sites known, Clock clock) {
        this.watch = watch;
        this.known = known;
        this.clock = clock;
        this.task = Tasks.custom("anomalies", Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(complete, next(complete.getExecution())))
                .execute(this::judge);
    }

    @Override
    public CustomTask<Void> task() {
        return task;
    }

    @Override
    public void plan(Scheduler scheduler, Reading configs) {
        sites = configs.sites();
        sites.values().stream()
                .filter(site -> !site.signals().anomalies().isOff())
                .forEach(site -> scheduler.scheduleIfNotExists(task.instance(site.id()), clock.instant()));
    }

    private CompletionHandler<Void> judge(TaskInstance<Void> instance, ExecutionContext context) {
        WatchedSite site = sites.get(instance.getId());
        if (site == null) {
            watch.forget(instance.getId());
            return Job.leave(known.isWatched(instance.getId()), clock.instant().plus(BUSY));
        }
        Execution execution = context.getExecution();
        Instant next =
                judged(site, execution) ? next(execution) : clock.instant().plus(BUSY);
        return (complete, operations) -> operations.reschedule(complete, next);
    }

    /** False where the monitor judges another one at the moment. */
    private boolean judged(WatchedSite site, Execution execution) {
        try {
            if (!judging.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            watch.judge(site, Optional.of(Job.turn(execution)));
            return true;
        } finally {
            judging.unlock();
        }
    }

    private Instant next(Execution execution) {
        return Pace.next(execution.getExecutionTime(), EVERY, clock.instant());
    }
}
