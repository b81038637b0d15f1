package dev.smokerunner.monitor;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Messages;
import dev.smokerunner.history.Retention;
import dev.smokerunner.history.Runners;
import dev.smokerunner.history.Runners.Runner;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.history.reading.SiteReader;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Watches sites until it is closed: a round for each at its own pace, as many at once as there are threads, and never two of the
 * same. Several monitors with one database share the work; one that is killed loses its turns to the others within
 * {@link #TAKEN_OVER_AFTER}.
 */
public final class Monitor implements Deliveries, AutoCloseable {
    /** How long a killed monitor keeps its turns: four to six times the heartbeat, and a look for what is due. */
    public static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(19);

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    /** The fewest that the scheduler allows: who misses four heartbeats is dead, or as good as. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration POLL = Duration.ofSeconds(1);
    /** A round takes its two minutes at most; who stops a service waits for less. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    /** Sites that begin together are looked at one after the other, and not all at once. */
    private static final Duration BETWEEN_FIRST_ROUNDS = Duration.ofMillis(500);

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);
    private static final int HOUSEKEEPINGS_TO_RETENTION = 360;
    private static final Duration RUNNER_FORGOTTEN_AFTER = Duration.ofDays(1);

    private final HistoryDatabase database;
    private final WatchedConfigs configs;
    private final RoundRunner rounds;
    private final MonitorOptions options;
    private final DatabaseClock clock;
    private final Runner me;
    private final AtomicLong finished = new AtomicLong();
    private final CustomTask<Void> roundTask;
    private final CustomTask<Void> alertTask;
    private final List<Job> jobs;
    private final Scheduler scheduler;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "smoke-housekeeping");
        thread.setDaemon(true);
        return thread;
    });
    private final RoundRecorder recorder;
    private final MessageSender sender;
    private final Watchdog watchdog;
    private volatile Set<String> watched = Set.of();
    private int housekeepings;

    /**
     * A monitor that does nothing yet.
     *
     * @param database its memory
     * @param configs what it watches
     * @param rounds looks at a site
     * @param options how it works
     * @param clock the time that all monitors of the database have
     */
    public Monitor(
            HistoryDatabase database,
            WatchedConfigs configs,
            RoundRunner rounds,
            MonitorOptions options,
            DatabaseClock clock) {
        this.database = database;
        this.configs = configs;
        this.rounds = rounds;
        this.options = options;
        this.clock = clock;
        this.me = new Runner(HistoryDatabase.newRunnerId(), options.location(), options.host(), clock.instant());
        this.watchdog = new Watchdog(options.host(), () -> configs.sites().values(), options.log(), clock.instant());
        this.recorder = new RoundRecorder(database, this, options.publicUrl());
        this.sender = new MessageSender(new Messages(database.jdbi()), configs::site, options.retries(), clock);
        String place = options.location().isEmpty() ? "" : "-" + options.location();
        this.roundTask = Tasks.custom("round" + place, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(complete, next(complete.getExecution())))
                .execute(this::look);
        this.alertTask = Tasks.custom("alert", Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(HEARTBEAT)))
                .execute(this::deliver);
        this.jobs = jobs(new SignalRecorder(database, this, options.publicUrl()));
        List<Task<?>> tasks = new ArrayList<>(List.of(roundTask, alertTask));
        jobs.forEach(job -> tasks.add(job.task()));
        this.scheduler = Scheduler.create(database.source(), tasks)
                .schedulerName(new SchedulerName.Fixed(me.id()))
                .threads(options.atOnce() + 1 + jobs.size())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .clock(clock::instant)
                .alwaysPersistTimestampInUTC()
                .jdbcCustomization(ownTurns())
                .build();
    }

    private OwnTurns ownTurns() {
        return new OwnTurns(database.source(), roundTask.getName(), alertTask.getName(), () -> watched);
    }

    private List<Job> jobs(SignalRecorder signals) {
        return List.of(
                new TicketJob(new TicketReading(database, signals, options.log(), clock), clock),
                new AnomalyJob(options.anomalies(database, signals, clock), new Sites(database.jdbi()), clock),
                new CanaryJob(recorder, new Sites(database.jdbi()), options, clock));
    }

    /**
     * Begins to watch.
     *
     * @param first what the configs say
     */
    public void start(Reading first) {
        if (!database.isShared()) {
            // Whoever had turns on a file of its own is gone.
            database.jdbi()
                    .useHandle(
                            handle -> handle.execute(
                                    "update scheduled_tasks set picked = 0, picked_by = null, last_heartbeat = null where picked = 1"));
        }
        takeUp(first);
        RepeatedTask house = new RepeatedTask("housekeeping", this::keepHouse, options.log());
        house.run();
        scheduler.start();
        watchdog.start(clock, HOUSEKEEPING, housekeeping::isShutdown);
        repeat(house, HOUSEKEEPING);
        repeat(
                new RepeatedTask("reading the configs", () -> takeUp(configs.read()), options.log()),
                options.rereadEvery());
    }

    private void repeat(Runnable task, Duration pause) {
        Future<?> unused =
                housekeeping.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void takeUp(Reading reading) {
        reading.problems().forEach(options.log()::problem);
        if (!reading.isNew()) {
            return;
        }
        Set<String> before = watched;
        watched = reading.ids();
        Sites known = new Sites(database.jdbi());
        known.watch(reading.records());
        Instant at = clock.instant();
        for (String id : reading.sites().keySet()) {
            scheduler.scheduleIfNotExists(roundTask.instance(id), at);
            at = at.plus(BETWEEN_FIRST_ROUNDS);
        }
        jobs.forEach(job -> job.plan(scheduler, reading));
        before.stream().filter(id -> !watched.contains(id)).forEach(known::leave);
        if (!before.isEmpty()) {
            int count = reading.sites().size();
            options.log()
                    .note("the configs changed; " + count + (count == 1 ? " site is" : " sites are") + " watched now");
        }
    }

    private CompletionHandler<Void> look(TaskInstance<Void> instance, ExecutionContext context) {
        WatchedSite site = configs.sites().get(instance.getId());
        if (site == null) {
            // Its config went away just now; another runner may have it still.
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(POLL));
        }
        Execution execution = context.getExecution();
        rounds.round(site, me, Optional.of(Job.turn(execution)), recorder, clock);
        finished.incrementAndGet();
        watchdog.roundEnded(clock.instant());
        return (complete, operations) -> operations.reschedule(complete, next(execution));
    }

    private Instant next(Execution execution) {
        Duration every = configs.site(execution.getId())
                .map(site -> site.schedule().every())
                .orElse(HOUSEKEEPING);
        return Pace.next(execution.getExecutionTime(), every, clock.instant());
    }

    private CompletionHandler<Void> deliver(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Instant> again = sender.send(instance.getId());
        return (complete, operations) -> end(operations, again, complete);
    }

    private static void end(ExecutionOperations<Void> operations, Optional<Instant> again, ExecutionComplete complete) {
        if (again.isPresent()) {
            operations.reschedule(complete, again.get());
        } else {
            operations.remove();
        }
    }

    @Override
    public void plan(String message, Handle handle) {
        SchedulerClient.Builder.create(new OpenConnection(handle.getConnection()), alertTask)
                .build()
                .scheduleIfNotExists(alertTask.instance(message), clock.instant());
    }

    @Override
    public void check() {
        scheduler.triggerCheckForDueExecutions();
    }

    private void keepHouse() {
        clock.compare();
        // Who dropped a site may have said that nobody watches it, and did not know of this one.
        new Sites(database.jdbi()).stillWatched(watched);
        new ReleaseNews(database, this).tell(configs.sites().values(), clock.instant());
        planWaiting();
        // Where several share the work, the others' rounds count too.
        new SiteReader(database.jdbi()).lastEnd().ifPresent(watchdog::roundEnded);
        new Runners(database.jdbi()).seen(me, clock.instant(), finished.get(), rounds.networkDownSince());
        if (housekeepings++ % HOUSEKEEPINGS_TO_RETENTION == 0) {
            Retention.USUAL.apply(database.jdbi(), clock.instant());
            new Runners(database.jdbi()).forget(clock.instant(), RUNNER_FORGOTTEN_AFTER);
        }
    }

    /** What a run or a single round wrote down and could not send. */
    private void planWaiting() {
        for (StoredMessage message : new Messages(database.jdbi()).waiting()) {
            scheduler.scheduleIfNotExists(alertTask.instance(message.id()), clock.instant());
        }
    }

    /** How many rounds this monitor finished. */
    public long finishedRounds() {
        return finished.get();
    }

    /** Ends it: rounds in progress may end, or are given up and not recorded. */
    @Override
    public void close() {
        rounds.stop();
        jobs.forEach(Job::stop);
        housekeeping.shutdownNow();
        scheduler.stop();
        try {
            new Runners(database.jdbi()).leave(me.id());
        } catch (JdbiException e) {
            // The others see it in two minutes, by its silence.
            options.log().note("the history was not told that this monitor ends: " + HistoryException.reason(e));
        }
    }
}
