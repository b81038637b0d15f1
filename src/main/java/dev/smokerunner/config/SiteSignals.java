package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.metrics.MetricsSettings;
import dev.smokerunner.tickets.TicketWatch;
import dev.smokerunner.traffic.TrafficSettings;
import java.util.Optional;

/**
 * What is watched of a site besides its pages, and where its numbers go.
 *
 * @param tickets how what customers tell support of it is watched; absent where it is not
 * @param traffic what of its visitors is counted
 * @param anomalies what of its numbers is judged
 * @param metrics where its numbers are sent
 * @param canary how its project is built with newer dependencies; absent where it is not
 */
public record SiteSignals(
        Optional<TicketWatch> tickets,
        TrafficSettings traffic,
        AnomalyPlan anomalies,
        MetricsSettings metrics,
        Optional<CanaryWatch> canary) {
    /** A site that is only looked at, and whose response times are judged as usual. */
    public static final SiteSignals NONE =
            new SiteSignals(Optional.empty(), TrafficSettings.NONE, AnomalyPlan.USUAL, MetricsSettings.NONE);

    /** Those of a site whose project nobody builds. */
    public SiteSignals(
            Optional<TicketWatch> tickets, TrafficSettings traffic, AnomalyPlan anomalies, MetricsSettings metrics) {
        this(tickets, traffic, anomalies, metrics, Optional.empty());
    }

    /** Rejects null. */
    public SiteSignals {
        requireNonNull(tickets);
        requireNonNull(traffic);
        requireNonNull(anomalies);
        requireNonNull(metrics);
        requireNonNull(canary);
    }
}
