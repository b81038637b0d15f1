package dev.smokerunner.api;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import java.util.Optional;

/**
 * Looks at front ends and says whether they work. Safe for use by several threads at once: runs side by side do not know of each
 * other.
 */
public final class SmokeRunner {
    private SmokeRunner() {}

    /**
     * Looks at what a plan names, within its time limit and a few seconds; blocks until then. Its browsers have ended when it
     * returns. Prints nothing.
     *
     * @return what was seen; {@link Verdict#INCONCLUSIVE} where that does not say whether it works, e.g. for want of a browser. A
     *     thread that is interrupted gets that too
     * @throws InvalidPlanException if the plan cannot be run: all that is wrong with it, and nothing was looked at
     */
    public static SmokeResult run(Plan plan) {
        LocalSystem system = LocalSystem.current();
        SmokePlan read = new PlanReader(
                        plan, name -> Optional.ofNullable(system.environment().get(name)))
                .read();
        try (ClosingBrowsers browsers = new ClosingBrowsers(Browsers.NEW)) {
            return new dev.smokerunner.run.SmokeRunner(Progress.SILENT, browsers, system).run(read);
        }
    }
}
