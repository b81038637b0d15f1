package dev.smokerunner.status;

import dev.smokerunner.incident.SiteState;
import dev.smokerunner.report.html.Mood;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.util.Optional;

/** How good things are, and what people call that. */
final class Moods {
    private Moods() {}

    static Mood of(SiteState state) {
        return switch (state) {
            case OK -> Mood.GOOD;
            case FAILING -> Mood.BAD;
            case INCONCLUSIVE, UNKNOWN -> Mood.UNSURE;
            case MAINTENANCE -> Mood.CALM;
        };
    }

    static Mood of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Mood.GOOD;
            case FAIL -> Mood.BAD;
            case INCONCLUSIVE -> Mood.UNSURE;
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
        return severity.map(Moods::word).orElse("");
    }
}
