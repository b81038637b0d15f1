package dev.smokerunner.cli;

import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.PassiveResults;
import dev.smokerunner.monitor.SiteLook;

/**
 * Says what another log says, and hands each round to Nagios too.
 *
 * @param log says it
 * @param nagios gets the rounds
 */
record NagiosLog(MonitorLog log, PassiveResults nagios) implements MonitorLog {
    @Override
    public void round(SiteLook look, SiteMemory memory) {
        log.round(look, memory);
        nagios.round(look);
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
