package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.expectation.SeverityOverride;
import java.util.List;
import java.util.Optional;

/** The impacts that a config sets itself; the first that fits what was found wins. */
public record Overrides(List<SeverityOverride> overrides) {

    /** What was found, with the impact that the config gives it, if it does. */
    public Detection applied(Detection found) {
        return fitting(found)
                .map(override -> found.withImpact(override.impact()))
                .orElse(found);
    }

    /** Whether the config has the last word on an impact. */
    boolean settle(Detection found) {
        return fitting(found).isPresent();
    }

    private Optional<SeverityOverride> fitting(Detection found) {
        return overrides.stream()
                .filter(override -> override.check().equals(found.check()))
                .filter(override -> override.subject().matches(found.subject().text()))
                .findFirst();
    }
}
