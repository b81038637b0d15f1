package dev.smokerunner.status;

import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.status.html.IncidentLine;
import java.time.Duration;
import java.time.Instant;

/** Incidents in lists. */
final class IncidentLines {
    private IncidentLines() {}

    static IncidentLine line(IncidentSummary incident, Instant now) {
        return new IncidentLine(
                incident.isOpen() ? Rating.BAD : Rating.CALM,
                Ratings.word(incident.severity()),
                site(incident),
                title(incident),
                PageAddresses.incident(incident.id()),
                times(incident, now));
    }

    static String site(IncidentSummary incident) {
        return HtmlText.text(incident.name() + " (" + incident.environment() + ")");
    }

    static String title(IncidentSummary incident) {
        return incident.title().isBlank() ? "It is not said what was wrong" : HtmlText.text(incident.title());
    }

    static String times(IncidentSummary incident, Instant now) {
        String flapping = incident.isFlapping() ? ", comes and goes" : "";
        return incident.resolvedAt()
                .map(end -> HtmlText.time(incident.since()) + ", over after "
                        + DurationWords.of(Duration.between(incident.since(), end)))
                .orElseGet(() -> Words.since(incident.since(), now) + flapping);
    }
}
