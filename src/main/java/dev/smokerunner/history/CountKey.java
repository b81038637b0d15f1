package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a count is of.
 *
 * @param site a site's id
 * @param group the name of a group of pages, from the config; empty for what belongs to none
 * @param measure what is counted
 * @param minute when it happened; cut to the minute
 */
public record CountKey(String site, String group, Measure measure, Instant minute) {
    /** Cuts the time. */
    public CountKey {
        requireNonNull(site);
        requireNonNull(group);
        requireNonNull(measure);
        minute = minute.truncatedTo(ChronoUnit.MINUTES);
    }
}
