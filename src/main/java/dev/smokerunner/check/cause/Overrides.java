package dev.smokerunner.check.cause;

import dev.smokerunner.expectation.SeverityOverride;
import dev.smokerunner.result.Finding;
import java.util.List;
import java.util.Optional;

/** The impacts that a config sets itself; the first that fits a finding wins. */
public record Overrides(List<SeverityOverride> overrides) {

    /** The finding with the impact that the config gives it, if it does. */
    public Finding applied(Finding finding) {
        return fitting(finding)
                .map(override -> finding.toBuilder().impact(override.impact()).build())
                .orElse(finding);
    }

    /** Whether the config has the last word on a finding's impact. */
    boolean settle(Finding finding) {
        return fitting(finding).isPresent();
    }

    private Optional<SeverityOverride> fitting(Finding finding) {
        return overrides.stream()
                .filter(override -> override.check().equals(finding.check()))
                .filter(override -> override.subject().matches(finding.subject()))
                .findFirst();
    }
}
