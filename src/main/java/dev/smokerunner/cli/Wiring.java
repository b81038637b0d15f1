package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import java.util.Optional;
import java.util.function.Function;

/** What the commands need from outside; the one place where the parts are put together. */
public interface Wiring {

    /** The version of this tool. */
    String version();

    /** An environment variable. */
    Optional<String> variable(String name);

    /** What runs a plan, telling its progress. */
    Function<SmokePlan, SmokeResult> runner(Progress progress);

    /** What tells the results. */
    Teller teller(Telling telling);
}
