package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.SmokeResult;

/**
 * One round, to be remembered.
 *
 * @param site the site's id
 * @param place from where it was looked at; empty where the runner has no location
 * @param runner who looked
 * @param inMaintenance whether somebody said that the site may be broken then
 * @param result what came of it, without secrets
 */
public record RoundRecord(String site, String place, String runner, boolean inMaintenance, SmokeResult result) {
    /** Rejects null. */
    public RoundRecord {
        requireNonNull(site);
        requireNonNull(place);
        requireNonNull(runner);
        requireNonNull(result);
    }

    /** The same for the same look, so that none is counted twice. */
    public String id() {
        return site + "@" + place + "@" + result.startedAt().toEpochMilli();
    }
}
