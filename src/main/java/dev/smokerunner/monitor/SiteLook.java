package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.history.RoundRecord;
import dev.smokerunner.result.SmokeResult;

/**
 * One look at a site, and what came of it.
 *
 * @param site what was looked at
 * @param place from where; empty where the runner has no location
 * @param runner who looked
 * @param result what came of it
 * @param tellsOfTheSite whether incidents are judged by it; not where this machine's own network was down, nor where nobody
 *     would be told
 */
public record SiteLook(WatchedSite site, String place, String runner, SmokeResult result, boolean tellsOfTheSite) {
    /** Rejects null. */
    public SiteLook {
        requireNonNull(site);
        requireNonNull(place);
        requireNonNull(runner);
        requireNonNull(result);
    }

    RoundRecord record() {
        return new RoundRecord(site.id(), place, runner, site.schedule().inMaintenance(result.startedAt()), result);
    }
}
