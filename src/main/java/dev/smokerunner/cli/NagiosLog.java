package dev.smokerunner.cli;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.PassiveResults;
import dev.smokerunner.monitor.SiteLook;
import java.util.List;
import java.util.Map;

/**
 * Says what another log says, and hands each round to Nagios too.
 *
 * @param log says it
 * @param nagios get the rounds
 */
record NagiosLog(MonitorLog log, List<PassiveResults> nagios) implements MonitorLog, AutoCloseable {
    @Override
    public void round(SiteLook look, SiteMemory memory) {
        log.round(look, memory);
        nagios.forEach(one -> one.round(look));
    }

    @Override
    public void counted(Map<CountKey, Long> totals) {
        log.counted(totals);
    }

    @Override
    public void problem(String text) {
        log.problem(text);
    }

    @Override
    public void note(String text) {
        log.note(text);
    }

    @Override
    public void close() {
        nagios.forEach(PassiveResults::close);
    }
}
