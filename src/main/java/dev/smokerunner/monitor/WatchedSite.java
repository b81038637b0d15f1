package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.config.SiteSignals;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.result.SmokeResult.Subject;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;
import dev.smokerunner.traffic.CountedSite;

/**
 * One environment of one config, to be looked at again and again.
 *
 * @param plan what a round does
 * @param schedule when, and when what it says is believed
 * @param alerts who is told
 * @param signals what is watched of it besides its pages, and where its numbers go
 */
public record WatchedSite(SmokePlan plan, SiteSchedule schedule, AlertRoutes alerts, SiteSignals signals) {
    /** A site that is only looked at. */
    public WatchedSite(SmokePlan plan, SiteSchedule schedule, AlertRoutes alerts) {
        this(plan, schedule, alerts, SiteSignals.NONE);
    }

    /** Rejects null. */
    public WatchedSite {
        requireNonNull(plan);
        requireNonNull(schedule);
        requireNonNull(alerts);
        requireNonNull(signals);
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

    /** As its visitors are counted. */
    public CountedSite counted() {
        return new CountedSite(plan.subject().name(), plan.subject().environment(), signals.traffic());
    }
}
