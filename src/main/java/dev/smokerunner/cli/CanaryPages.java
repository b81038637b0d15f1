package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Plans;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.monitor.WatchedCanary;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the pages of builds are checked: by what a config expects, as the team's own matter.
 *
 * @param config what is expected; absent means what every page must do
 * @param environment which environment of the config
 */
record CanaryPages(Application application, Optional<Path> config, Optional<String> environment, RunOptions options) {
    /**
     * The plan for what builds of a project make; what is wrong with the config goes to the problems.
     *
     * @param project stands in for what is not built yet
     */
    Optional<SmokePlan> plan(Path project, List<String> problems) {
        if (config.isEmpty()) {
            return Optional.of(WatchedCanary.forTheTeam(Plans.forPackage(project, options)));
        }
        Target target = new Target.Package(project, Map.of());
        try {
            SmokePlan plan = new ConfigFile(config.get(), application::variable)
                    .plan(new Selection(environment, Optional.of(target), options, true));
            return Optional.of(WatchedCanary.forTheTeam(plan));
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Optional.empty();
        }
    }

    /** The plan for what one build made: it may lack a page, and that is then what breaks it. */
    static SmokePlan of(SmokePlan plan, Path output) {
        Map<String, URI> proxy = ((Target.Package) plan.target()).proxy();
        return plan.with(new Target.Package(output, proxy));
    }
}
