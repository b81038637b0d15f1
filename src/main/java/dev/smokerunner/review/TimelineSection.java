package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.prose;
import static dev.smokerunner.review.SectionText.time;

import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.incident.Source;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.DurationWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened when. */
final class TimelineSection implements Section {
    /** A moment of it. */
    private record Moment(Instant at, String what, String source) {}

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public void write(Review review, SectionText text) {
        text.row(List.of("time (UTC)", "after the start", "what"));
        text.rule(3);
        Instant since = review.recording().incident().since();
        moments(review).stream()
                .sorted(Comparator.comparing(Moment::at))
                .forEach(moment -> text.row(
                        List.of(time(moment.at()), after(since, moment.at()), moment.what()), moment.source()));
        text.row(List.of(SectionText.BLANK, "", "Who noticed what, and what was done: " + SectionText.BLANK));
    }

    private static String after(Instant since, Instant at) {
        Duration after = Duration.between(since, at);
        return (after.isNegative() ? "\u2212" : "+") + DurationWords.of(after);
    }

    private static List<Moment> moments(Review review) {
        Recording recording = review.recording();
        List<Moment> moments = new ArrayList<>();
        // Rounds that nothing was wrong in say nothing of what others noticed.
        add(
                moments,
                recording.lastGood().filter(good -> recording.firstBad().isPresent()),
                "The last good round before it");
        recording.releases().stream()
                .map(release ->
                        new Moment(release.at(), "Release " + prose(release.version()) + " went live", source(release)))
                .forEach(moments::add);
        review.given().stream()
                .map(given -> new Moment(
                        given.result().startedAt(),
                        "A run of " + prose(given.result().subject().target()) + " says "
                                + given.result().verdict().name().toLowerCase(Locale.ROOT),
                        "result: " + given.file()))
                .forEach(moments::add);
        add(moments, recording.firstBad(), "The first bad round");
        recording.steps().stream().map(step -> moment(recording, step)).forEach(moments::add);
        recording.alerts().stream().map(TimelineSection::moment).forEach(moments::add);
        add(moments, recording.lastBad(), "The last bad round");
        add(moments, recording.firstGood(), "The first good round after it");
        return moments;
    }

    private static void add(List<Moment> moments, Optional<RoundSummary> round, String what) {
        round.ifPresent(one -> moments.add(new Moment(one.startedAt(), what, "history: round " + one.id())));
    }

    private static Moment moment(Recording recording, IncidentStep step) {
        String causes = prose(String.join("; ", step.causes()));
        String what =
                switch (step.kind()) {
                    case OPENED ->
                        "Confirmed by " + witness(step.source()) + ", Sev "
                                + step.severity().level() + ": " + causes;
                    case JOINED -> "Seen by " + witness(step.source()) + " too: " + causes;
                    case WORSENED -> "It got worse, Sev " + step.severity().level() + ": " + causes;
                    case FLAPPING -> "It comes and goes: " + causes;
                    case RESOLVED -> "It was over, as " + witness(step.source()) + " confirm";
                };
        return new Moment(
                step.at(), what, "history: incident " + recording.incident().id());
    }

    private static Moment moment(SentAlert alert) {
        String channel = prose(alert.channel());
        String what =
                switch (alert.state()) {
                    case DELIVERED -> "An alert arrived at " + channel + tries(alert);
                    case WAITING -> "An alert to " + channel + " did not arrive yet" + tries(alert);
                    case DEAD ->
                        "An alert to " + channel + " was given up" + tries(alert) + ": " + prose(alert.trouble());
                };
        return new Moment(
                alert.triedAt().orElse(alert.createdAt()),
                what,
                "history: alert to " + alert.channel() + ", decided at " + time(alert.createdAt()) + " UTC");
    }

    private static String tries(SentAlert alert) {
        return alert.tries() > 1 ? ", after " + alert.tries() + " tries" : "";
    }

    /** How a release lies to the first sign of an incident. */
    static String beforeOrAfter(Release release, IncidentSummary incident) {
        boolean isBefore = !release.at().isAfter(incident.since());
        return DurationWords.of(Duration.between(release.at(), incident.since()))
                + (isBefore ? " before the first sign" : " after the first sign, as it was told");
    }

    /** Who noticed it, in words. */
    static String witness(Source source) {
        return switch (source) {
            case CHECKS -> "the checks";
            case TICKETS -> "the tickets of customers";
            case REQUESTS -> "the counts of requests";
            case RESPONSE_TIMES -> "the response times";
        };
    }

    /** Where a release is written down. */
    static String source(Release release) {
        return "history: release " + release.version() + " at " + time(release.at()) + " UTC";
    }
}
