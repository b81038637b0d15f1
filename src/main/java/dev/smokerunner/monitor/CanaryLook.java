package dev.smokerunner.monitor;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;

/** Builds a project with its newest dependencies, and looks whether the page works. */
@FunctionalInterface
public interface CanaryLook {
    /** One that builds nothing, for who watches no canary. */
    CanaryLook NONE = (order, plan) -> {
        throw new IllegalStateException("nothing here builds " + order.project());
    };

    /**
     * Does it, which takes minutes.
     *
     * @param plan what is expected of the page
     * @return what came of it; inconclusive where that could not be found out
     * @throws InterruptedException if it is to end
     */
    SmokeResult look(CanaryOrder order, SmokePlan plan) throws InterruptedException;
}
