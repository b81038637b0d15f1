package dev.smokerunner.run;

import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.RunJudge.JudgedPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs a plan: looks at its pages, judges what was seen, and folds it into a result. The only class that knows all
 * stages. It never prints and never exits.
 */
public final class PlanRunner {
    private final Progress progress;
    private final Browsers browsers;
    private final LocalSystem system;
    private final ObservationRecorder recorder;

    /** A runner that tells nobody how far it is. */
    public PlanRunner() {
        this(Progress.SILENT, Browsers.NEW, LocalSystem.current());
    }

    /**
     * A runner.
     *
     * @param progress is told how far it is
     * @param browsers where it gets its browser from; its caller can let several runs share one
     * @param system its clocks and its environment
     */
    public PlanRunner(Progress progress, Browsers browsers, LocalSystem system) {
        this(progress, browsers, system, ObservationRecorder.NONE);
    }

    private PlanRunner(Progress progress, Browsers browsers, LocalSystem system, ObservationRecorder recorder) {
        this.progress = progress;
        this.browsers = browsers;
        this.system = system;
        this.recorder = recorder;
    }

    /** The same runner, which hands on what it sees. */
    public PlanRunner recordedBy(ObservationRecorder other) {
        return new PlanRunner(progress, browsers, system, other);
    }

    /** Runs a plan to its end, within its time limit and a few seconds. */
    public SmokeResult run(SmokePlan plan) {
        Instant startedAt = system.clock().instant();
        long start = system.nanoTime().getAsLong();
        UnaryOperator<String> masked = plan.redaction()::apply;
        JudgingTerms terms = JudgingTerms.of(plan);
        RunJudge judge = new RunJudge(terms);
        PagesObserver.Sight<JudgedPage> sight = new PagesObserver(plan, browsers, system, progress).atAllPages(seen -> {
            recorder.page(seen, masked);
            return judge.judged(seen).besides(lastGood(plan, seen));
        });
        Duration took = Duration.ofNanos(system.nanoTime().getAsLong() - start);
        SeenRun run = new SeenRun(terms, startedAt, took, sight.site());
        recorder.end(run, masked);
        return judge.result(run, sight.pages()).mapTexts(masked);
    }

    /**
     * Judges what an earlier run saw, without looking again.
     *
     * @param run the run; by its terms it is judged
     * @param pages its pages, each with what is expected of it
     */
    public static SmokeResult judge(SeenRun run, List<SeenPage> pages) {
        RunJudge judge = new RunJudge(run.terms());
        return judge.result(run, pages.stream().map(judge::judged).toList());
    }

    private static Optional<LastGood> lastGood(SmokePlan plan, SeenPage seen) {
        String path = seen.base().relativize(seen.url()).toString();
        return plan.release().previous().flatMap(previous -> previous.lastGood(path, seen.browser()));
    }
}
