package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;

/**
 * Another impact for the findings of a check.
 *
 * @param check the check's name
 * @param subject a pattern for the finding's subject; {@code *} for every subject
 * @param impact the impact that they have
 */
public record SeverityOverride(String check, UrlPattern subject, Severity impact) {

    /** Rejects null. */
    public SeverityOverride {
        requireNonNull(check);
        requireNonNull(subject);
        requireNonNull(impact);
    }
}
