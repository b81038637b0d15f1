package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.DurationWords;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What caught it, and what did not. */
final class DetectionSection implements Section {
    @Override
    public String name() {
        return "detection";
    }

    @Override
    public void write(Review review, SectionText text) {
        Recording recording = review.recording();
        Instant since = recording.incident().since();
        String source = "history: incident " + recording.incident().id();
        Set<Source> seen = EnumSet.noneOf(Source.class);
        recording.steps().stream()
                .filter(step -> step.kind() != IncidentEvent.Kind.RESOLVED)
                .filter(step -> seen.add(step.source()))
                .forEach(step -> text.item(
                        "Caught by " + TimelineSection.witness(step.source()) + ", "
                                + DurationWords.of(Duration.between(since, step.at())) + " after the start",
                        source));
        recording
                .suspect()
                .ifPresent(release -> text.item(
                        "The release went live " + TimelineSection.beforeOrAfter(release, recording.incident()),
                        TimelineSection.source(release)));
        recording.alerts().stream()
                .filter(alert -> alert.state() == SentAlert.State.DELIVERED)
                .findFirst()
                .ifPresent(alert -> text.item(
                        "The first person could know "
                                + DurationWords.of(
                                        Duration.between(since, alert.triedAt().orElse(alert.createdAt())))
                                + " after the start, by " + prose(alert.channel()),
                        source));
        recording.alerts().stream()
                .filter(alert -> alert.state() != SentAlert.State.DELIVERED)
                .forEach(alert -> text.item("Did not arrive: an alert to " + prose(alert.channel()), source));
        review.given()
                .forEach(given -> text.item(
                        "The run of " + prose(given.result().subject().target()) + " at "
                                + SectionText.time(given.result().startedAt()) + " UTC says "
                                + given.result().verdict().name().toLowerCase(Locale.ROOT)
                                + "; whether it saw what customers got: " + SectionText.BLANK,
                        "result: " + given.file()));
        text.blank("Tests and checks that were green meanwhile, and why");
        text.blank("What could have caught it before customers did");
    }
}
