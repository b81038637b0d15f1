package dev.smokerunner.cli;

import dev.smokerunner.run.SmokePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who is told of a run, and where it is remembered, as it was typed. */
final class AlertOptions {
    /** Where a monitor remembers too, unless it is told otherwise. */
    static final String USUAL_DATA = "smoke-data/history.db";

    @Option(
            names = "--alert",
            description = "send the alerts that the config names, as the monitor would, after this one run;"
                    + " that it is over is told by a later run that knows the same --data")
    boolean alert;

    @Option(
            names = "--data",
            paramLabel = "FILE|JDBC-URL",
            description =
                    "remember the run, and its release, where a monitor of the same site does; without --alert it opens no incident"
                            + " (default with --alert: " + USUAL_DATA + ")")
    Optional<String> data = Optional.empty();

    /** An alert needs a config that says who is told, and a site that others remember by the same name. */
    List<String> contradictions(List<SmokePlan> plans, boolean hasOtherTarget) {
        List<String> problems = new ArrayList<>();
        if (alert && plans.stream().anyMatch(plan -> plan.subject().config().isEmpty())) {
            problems.add("--alert: expected a config that says who is told (alerts:), got a bare URL or package");
        }
        if (isRemembered() && hasOtherTarget) {
            problems.add((alert ? "--alert" : "--data")
                    + ": expected the environment's own url, which the monitor looks at too, got --target");
        }
        return problems;
    }

    /** Whether a run is remembered. */
    boolean isRemembered() {
        return alert || data.isPresent();
    }
}
