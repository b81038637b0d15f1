package dev.smokerunner.cli;

import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Releases;
import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.monitor.DatabaseClock;
import dev.smokerunner.monitor.MonitorOptions;
import dev.smokerunner.monitor.SingleRound;
import dev.smokerunner.monitor.WatchedSite;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers runs where a monitor of the same sites does, and sends their alerts by the same way. */
final class RunMemory {
    private final Application application;
    private final AlertOptions options;

    RunMemory(Application application, AlertOptions options) {
        this.application = application;
        this.options = options;
    }

    /**
     * Remembers what came of plans.
     *
     * @return what could not be remembered or told, one line each
     */
    List<String> remember(List<SmokePlan> plans, List<SmokeResult> results, PrintWriter err) {
        try (HistoryDatabase database = HistoryDatabase.open(options.data.orElse(AlertOptions.USUAL_DATA))) {
            Map<WatchedSite, SmokeResult> sites = new LinkedHashMap<>();
            for (int i = 0; i < plans.size(); i++) {
                mark(plans.get(i), results.get(i), database);
                sites.put(site(plans.get(i)), results.get(i));
            }
            MonitorText log = new MonitorText(err, err, false, application::now);
            MonitorOptions settings = new MonitorOptions(
                    "", "smoke run", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, log);
            int untold = new SingleRound(
                            database,
                            settings,
                            new DatabaseClock(database, application.system().clock()))
                    .ofResults(sites, options.alert);
            return untold == 0
                    ? List.of()
                    : List.of(untold + (untold == 1 ? " alert" : " alerts")
                            + " did not arrive; smoke history says why, and the next run tries those again that may");
        } catch (HistoryException | ConfigException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static void mark(SmokePlan plan, SmokeResult result, HistoryDatabase database) {
        plan.release().release().map(Path::getFileName).ifPresent(file -> new Releases(database.jdbi())
                .add(new Release(
                        plan.subject().name(),
                        plan.subject().environment(),
                        file.toString().replaceAll("\\.zip$", ""),
                        result.startedAt())));
    }

    /**
     * As the monitor has it, but that one run is enough, bad or good: a pipeline looks once after a deployment, and again only after
     * the next one, which may be days later.
     */
    private WatchedSite site(SmokePlan plan) throws ConfigException {
        Optional<Path> config = plan.subject().config().map(Path::of);
        if (config.isEmpty()) {
            return new WatchedSite(plan, SiteSchedule.USUAL, AlertRoutes.NONE);
        }
        ConfigFile file = new ConfigFile(config.get(), application::variable);
        SiteSchedule schedule = file.schedule();
        IncidentRules rules = schedule.rules();
        return new WatchedSite(
                plan,
                new SiteSchedule(
                        schedule.every(),
                        new IncidentRules(1, 1, 1, rules.unknownAfter(), rules.forgetting()),
                        schedule.from(),
                        schedule.maintenance(),
                        Optional.empty()),
                options.alert ? file.alerts(new WebClient()) : AlertRoutes.NONE);
    }
}
