package dev.smokerunner.schedule;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a site is watched.
 *
 * @param every how long it is from the beginning of one round to that of the next one
 * @param rules when an incident begins and ends
 * @param from the names of the places from where it is looked at; empty where any runner may look
 * @param maintenance when it may be broken
 * @param heartbeat an address that is asked after each round, so that somebody else notices when no round ends any more; who
 *     knows it can keep that silent, so it is a secret
 */
public record SiteSchedule(
        Duration every,
        IncidentRules rules,
        List<String> from,
        List<MaintenanceWindow> maintenance,
        Optional<Secret> heartbeat) {

    /** Once a minute, from anywhere, at all times. */
    public static final SiteSchedule USUAL =
            new SiteSchedule(Duration.ofMinutes(1), IncidentRules.USUAL, List.of(), List.of(), Optional.empty());

    /** As many as the usual ten minutes at a round a minute. */
    private static final int ROUNDS_TO_FORGET = 10;
    /** A round may take its two minutes and wait for its turn; who is slow is not gone. */
    private static final Duration SHORTEST_TO_FORGET = Duration.ofMinutes(5);

    /** Copies the lists; rejects a pace that is none, and an agreement that the places cannot reach. */
    public SiteSchedule {
        requireNonNull(heartbeat);
        from = List.copyOf(from);
        maintenance = List.copyOf(maintenance);
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a round every " + every);
        }
        if (rules.failWhen() > Math.max(1, from.size())) {
            throw new IllegalArgumentException(rules.failWhen() + " of " + from.size() + " places must agree");
        }
    }

    /** Whether it may be broken at a moment. */
    public boolean inMaintenance(Instant moment) {
        return maintenance.stream().anyMatch(window -> window.contains(moment));
    }

    /**
     * How long a place that says nothing any more still counts, at a pace: ten rounds, and not less than five minutes.
     *
     * @param every the pace
     */
    public static Duration forgetting(Duration every) {
        Duration rounds = every.multipliedBy(ROUNDS_TO_FORGET);
        return rounds.compareTo(SHORTEST_TO_FORGET) < 0 ? SHORTEST_TO_FORGET : rounds;
    }
}
