package dev.smokerunner.cli;

import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.SiteLook;
import dev.smokerunner.monitor.Telemetry;

/**
 * Says what another log says, and sends the numbers of each round.
 *
 * @param log says it
 * @param telemetry sends them
 */
record TelemetryLog(MonitorLog log, Telemetry telemetry) implements MonitorLog {
    @Override
    public void round(SiteLook look, SiteMemory memory) {
        log.round(look, memory);
        telemetry.round(look);
    }

    @Override
    public void problem(String text) {
        log.problem(text);
    }

    @Override
    public void note(String text) {
        log.note(text);
    }
}
