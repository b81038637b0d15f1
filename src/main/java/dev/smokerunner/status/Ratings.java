package dev.smokerunner.status;

import dev.smokerunner.incident.SiteState;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.Severity;
import java.util.Optional;

/** How good things are, and what people call that. */
final class Ratings {
    private Ratings() {}

    static Rating of(SiteState state) {
        return switch (state) {
            case OK -> Rating.GOOD;
            case FAILING -> Rating.BAD;
            case INCONCLUSIVE, UNKNOWN -> Rating.UNSURE;
            case MAINTENANCE -> Rating.CALM;
        };
    }

    static String word(SiteState state) {
        return switch (state) {
            case OK -> "Well";
            case FAILING -> "Failing";
            case INCONCLUSIVE -> "Inconclusive";
            case MAINTENANCE -> "Maintenance";
            case UNKNOWN -> "Not known";
        };
    }

    static String word(Severity severity) {
        return "Sev " + severity.level();
    }

    static String word(Optional<Severity> severity) {
        return severity.map(Ratings::word).orElse("");
    }
}
