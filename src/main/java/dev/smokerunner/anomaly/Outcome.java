package dev.smokerunner.anomaly;

/** What is said of a number. */
public enum Outcome {
    /** Too little is known to say anything. */
    UNKNOWN,
    /** As expected. */
    USUAL,
    /** Unlike what was expected, and not confirmed yet, or not bad. */
    UNUSUAL,
    /** Unlike what was expected: confirmed, and bad enough to tell people. */
    ANOMALY
}
