package dev.smokerunner.cli;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.SiteLook;
import dev.smokerunner.monitor.Telemetry;
import java.util.Map;

/**
 * Says what another log says, and sends the numbers of each round and of tickets.
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
    public void counted(Map<CountKey, Long> totals) {
        telemetry.send(totals);
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
