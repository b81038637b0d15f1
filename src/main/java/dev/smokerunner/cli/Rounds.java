package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.util.function.Function;

/**
 * Runs plans again and again, until it is closed.
 *
 * @param look runs one
 * @param end ends what it kept in between
 */
record Rounds(Function<SmokePlan, SmokeResult> look, Runnable end)
        implements Function<SmokePlan, SmokeResult>, AutoCloseable {
    @Override
    public SmokeResult apply(SmokePlan plan) {
        return look.apply(plan);
    }

    @Override
    public void close() {
        end.run();
    }
}
