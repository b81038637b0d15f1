package dev.smokerunner.traffic;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What a visitor's browser says: that a page is seen, or that it has an error.
 *
 * @param site the name of a config, or {@code NAME/ENVIRONMENT}
 * @param page the path of the page; empty where it does not say
 * @param error the fingerprint of an error; empty where a page is seen
 * @param agent what the browser calls itself; empty where it does not say
 */
public record Beacon(String site, String page, String error, String agent) {
    private static final Pattern ROBOT =
            Pattern.compile("headless|smoke-runner|bot\\b|crawl|spider", Pattern.CASE_INSENSITIVE);
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8,32}");

    /** Rejects null. */
    public Beacon {
        requireNonNull(site);
        requireNonNull(page);
        requireNonNull(error);
        requireNonNull(agent);
    }

    /** What came of a beacon. */
    public enum Outcome {
        /** It is counted. */
        COUNTED,
        /** No site of that name takes beacons. */
        UNKNOWN_SITE,
        /** Several environments of that name take beacons. */
        UNCLEAR_SITE,
        /** More came in this second than any site has visitors. */
        DROPPED,
        /** No person looks: a crawler, or Smoke Runner itself. */
        ROBOT
    }

    boolean isOfRobot() {
        return ROBOT.matcher(agent).find();
    }

    boolean isError() {
        return !error.isEmpty();
    }

    /** What the error is known by; one name for all that are not made as they should be. */
    String fingerprint() {
        return FINGERPRINT.matcher(error).matches() ? error : "other";
    }
}
