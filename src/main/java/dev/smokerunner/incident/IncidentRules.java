package dev.smokerunner.incident;

import java.time.Duration;

/**
 * When an incident begins and ends.
 *
 * @param confirm bad rounds in a row that open one; 1 or more
 * @param recover good rounds in a row that close one; 1 or more
 * @param failWhen places that must agree that something is wrong; 1 or more
 * @param unknownAfter inconclusive rounds in a row after which that is told; 1 or more
 * @param forgetting how long a place that says nothing any more still counts
 */
public record IncidentRules(int confirm, int recover, int failWhen, int unknownAfter, Duration forgetting) {
    /** Two rounds, as most monitors do: one may be chance. Ten minutes without knowledge, at a round a minute, are told. */
    public static final IncidentRules USUAL = new IncidentRules(2, 2, 1, 10, Duration.ofMinutes(10));

    /** Rejects what no site could meet. */
    public IncidentRules {
        if (Math.min(Math.min(confirm, recover), Math.min(failWhen, unknownAfter)) < 1) {
            throw new IllegalArgumentException("each number of an incident's rules is 1 or more");
        }
    }

    int confirm(SeenCause cause) {
        return cause.isUnknown() ? unknownAfter : confirm;
    }
}
