package dev.smokerunner.traffic;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What of a site's visitors is counted.
 *
 * @param beacons whether its pages may say that they are seen
 * @param logs where its access logs are: files, folders, or patterns of files, absolute
 * @param groups what belongs together
 */
public record TrafficSettings(boolean beacons, List<String> logs, PageGroups groups) {
    /** Nothing is counted. */
    public static final TrafficSettings NONE =
            new TrafficSettings(false, List.of(), new PageGroups("", "/", List.of()));

    /** Copies the list. */
    public TrafficSettings {
        logs = List.copyOf(logs);
        requireNonNull(groups);
    }
}
