package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.Cadence;
import dev.smokerunner.schedule.SiteSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A project that is built again and again with its newest dependencies. What is remembered and told of it is that of a site of its
 * own, in the environment {@link #ENVIRONMENT}.
 *
 * @param site as what it is remembered; its plan says what is expected of the page
 * @param order what is built
 * @param cadence when
 */
public record WatchedCanary(WatchedSite site, CanaryOrder order, Cadence cadence) {
    /** The environment that canary builds are in. */
    public static final String ENVIRONMENT = "canary";

    /** A registry that is away for a day tells nobody anything. */
    private static final int UNKNOWN_AFTER = 3;

    /** Rejects null. */
    public WatchedCanary {
        requireNonNull(site);
        requireNonNull(order);
        requireNonNull(cadence);
    }

    /** What it is known by. */
    public String id() {
        return site.id();
    }

    /** A plan as that of a canary: a matter of the team alone. */
    public static SmokePlan forTheTeam(SmokePlan plan) {
        SmokeResult.Subject given = plan.subject();
        return plan.with(new SmokeResult.Subject(
                given.name(),
                given.owner(),
                given.runbook(),
                ENVIRONMENT,
                Audience.TEAM,
                given.target(),
                given.config()));
    }

    /**
     * When incidents of canaries begin and end: each canary is sure of what it says.
     *
     * @param period how long it is from one to the next one
     */
    public static SiteSchedule schedule(Duration period) {
        return new SiteSchedule(
                period,
                new IncidentRules(1, 1, 1, UNKNOWN_AFTER, SiteSchedule.forgetting(period)),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
