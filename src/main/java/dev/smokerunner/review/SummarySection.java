package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.prose;
import static dev.smokerunner.review.SectionText.time;

import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.result.DurationWords;
import java.time.Duration;

/** What happened, in a few sentences. */
final class SummarySection implements Section {
    @Override
    public String name() {
        return "summary";
    }

    @Override
    public void write(Review review, SectionText text) {
        Recording recording = review.recording();
        IncidentSummary incident = recording.incident();
        String source = "history: incident " + incident.id();
        text.item(
                prose(recording.site().name()) + " (" + prose(recording.site().environment()) + ") failed from "
                        + time(incident.since()) + " UTC "
                        + recording
                                .end()
                                .map(end -> "to " + time(end) + " UTC, for "
                                        + DurationWords.of(Duration.between(incident.since(), end)))
                                .orElse("on, and is not over")
                        + ": " + prose(incident.title()),
                source);
        text.item(
                "It was confirmed at " + time(incident.openedAt()) + " UTC, "
                        + DurationWords.of(Duration.between(incident.since(), incident.openedAt()))
                        + " after it was first seen",
                source);
        recording
                .suspect()
                .ifPresent(release -> text.item(
                        "The last release before that was " + prose(release.version()) + ", at " + time(release.at())
                                + " UTC, " + TimelineSection.beforeOrAfter(release, incident),
                        TimelineSection.source(release)));
        if (incident.isFlapping()) {
            text.item("It came and went", source);
        }
        text.blank("In one sentence, for people outside of the team");
    }
}
