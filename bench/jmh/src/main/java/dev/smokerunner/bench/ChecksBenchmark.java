package dev.smokerunner.bench;

import dev.smokerunner.check.runner.CheckRunner;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Judges one page by all checks, and joins what they find to its causes. */
public class ChecksBenchmark extends PartBenchmark {
    /** How many assets the page has. */
    @Param({"300", "3000"})
    public int assets;

    /** Whether they are served, or all missing. */
    @Param({"true", "false"})
    public boolean there;

    /** Whether a browser saw the page too. */
    @Param({"false", "true"})
    public boolean visited;

    private final CheckRunner runner = new CheckRunner(Checks.all());
    private PageObservation page = new LargePage(0, true, false).observed();

    /** Makes the observation. */
    @Setup
    public void make() {
        page = new LargePage(assets, there, visited).observed();
    }

    /** One page. */
    @Benchmark
    public List<CheckResult> judge() {
        return runner.judge(page, Expectations.NONE);
    }
}
