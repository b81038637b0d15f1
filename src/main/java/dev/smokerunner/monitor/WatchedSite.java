package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.result.SmokeResult.Subject;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;

/**
 * One environment of one config, to be looked at again and again.
 *
 * @param plan what a round does
 * @param schedule when, and when what it says is believed
 * @param alerts who is told
 * @param anomalies what of its numbers is judged
 */
public record WatchedSite(SmokePlan plan, SiteSchedule schedule, AlertRoutes alerts, AnomalyPlan anomalies) {
    /** A site whose numbers are judged as usual. */
    public WatchedSite(SmokePlan plan, SiteSchedule schedule, AlertRoutes alerts) {
        this(plan, schedule, alerts, AnomalyPlan.USUAL);
    }

    /** Rejects null. */
    public WatchedSite {
        requireNonNull(plan);
        requireNonNull(schedule);
        requireNonNull(alerts);
        requireNonNull(anomalies);
    }

    /** What it is known by. */
    public String id() {
        return record().id();
    }

    /** As the history knows it. */
    SiteRecord record() {
        Subject subject = plan.subject();
        return new SiteRecord(
                subject.name(),
                subject.environment(),
                subject.target(),
                subject.owner(),
                subject.runbook(),
                schedule.every());
    }

    /** As an alert calls it. */
    Alert.Site site() {
        Subject subject = plan.subject();
        return new Alert.Site(
                subject.name(), subject.environment(), subject.target(), subject.owner(), subject.runbook());
    }
}
