package dev.smokerunner.status;

import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.release.Release;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.status.html.IncidentView;
import dev.smokerunner.status.html.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the page of one incident.
 *
 * @param history what it is made of
 */
record IncidentPage(StatusHistory history) {
    private static final String SCREENSHOT = "screenshot.png";
    /** What went live earlier is not what began to fail. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Map<String, String> KEPT = Map.of("index.html", "Report", "result.json", "Result as JSON");

    /** A step of the page, and when it happened. */
    private record Dated(Instant at, StepView view) {}

    IncidentView of(IncidentSummary incident, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("First seen", Words.exact(incident.since())));
        facts.add(new Fact(
                "Confirmed",
                Words.exact(incident.openedAt()) + ", after "
                        + DurationWords.of(Duration.between(incident.since(), incident.openedAt()))));
        facts.add(new Fact(
                "Over",
                incident.resolvedAt()
                                .map(Words::exact)
                                .map(end -> end + ", it lasted ")
                                .orElse("not yet, it lasts for ")
                        + DurationWords.of(Duration.between(
                                incident.since(), incident.resolvedAt().orElse(now)))));
        if (incident.isFlapping()) {
            facts.add(new Fact("Flapping", "it comes and goes"));
        }
        facts.add(new Fact("Key", HtmlText.text(incident.id())));
        return new IncidentView(
                incident.isOpen() ? Rating.BAD : Rating.CALM,
                incident.isOpen() ? "Open" : "Over",
                Ratings.word(incident.severity()),
                IncidentLines.site(incident),
                PageAddresses.site(incident.name(), incident.environment()),
                IncidentLines.title(incident),
                facts,
                steps(incident, incident.resolvedAt().orElse(now)));
    }

    private List<StepView> steps(IncidentSummary incident, Instant end) {
        Dated began = new Dated(
                incident.since(),
                new StepView(
                        Rating.UNSURE,
                        Words.exact(incident.since()),
                        "",
                        "A round saw it for the first time",
                        List.of(),
                        List.of(),
                        ""));
        return Stream.of(
                        releases(incident, end).map(release -> new Dated(release.at(), release(release, incident))),
                        Stream.of(began),
                        history.incidents().steps(incident.id()).stream()
                                .map(step -> new Dated(step.at(), step(step, incident))),
                        history.incidents().alerts(incident.id()).stream()
                                .map(alert -> new Dated(told(alert), alert(alert, incident))))
                .flatMap(dated -> dated)
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::view)
                .toList();
    }

    /** The release that was live when it began, and those that came until it was over: what broke it, and what mended it. */
    private Stream<Release> releases(IncidentSummary incident, Instant end) {
        Map<Boolean, List<Release>> later = history
                .releases()
                .between(
                        incident.name(),
                        incident.environment(),
                        incident.since().minus(BEFORE),
                        end)
                .stream()
                .collect(Collectors.partitioningBy(release -> release.at().isAfter(incident.since())));
        Optional<Release> live = later.getOrDefault(false, List.of()).stream().reduce((older, newer) -> newer);
        return Stream.concat(live.stream(), later.getOrDefault(true, List.of()).stream());
    }

    private static StepView release(Release release, IncidentSummary incident) {
        return new StepView(
                Rating.CALM,
                Words.exact(release.at()),
                after(release.at(), incident),
                "Release " + HtmlText.text(release.version()) + " went live",
                List.of(),
                List.of(),
                "");
    }

    private static String words(IncidentEvent.Kind kind) {
        return switch (kind) {
            case OPENED -> "It was confirmed";
            case JOINED -> "More of it was confirmed";
            case WORSENED -> "It got worse";
            case FLAPPING -> "It comes and goes";
            case RESOLVED -> "It was over";
        };
    }

    private static StepView step(IncidentStep step, IncidentSummary incident) {
        boolean isOver = step.kind() == IncidentEvent.Kind.RESOLVED;
        List<Fact> links = new ArrayList<>();
        step.round().ifPresent(round -> step.evidence().stream()
                .filter(KEPT::containsKey)
                .forEach(kind ->
                        links.add(new Fact("", KEPT.getOrDefault(kind, kind), PageAddresses.evidence(round, kind)))));
        step.links().stream()
                .filter(IncidentPage::isWebAddress)
                .forEach(link -> links.add(new Fact("", HtmlText.text(link), link)));
        return new StepView(
                isOver ? Rating.GOOD : Rating.BAD,
                Words.exact(step.at()),
                after(step.at(), incident),
                words(step.kind()) + (isOver ? "" : ", " + Ratings.word(step.severity())),
                step.causes().stream().map(HtmlText::text).toList(),
                links,
                step.round()
                        .filter(round -> step.evidence().contains(SCREENSHOT))
                        .map(round -> PageAddresses.evidence(round, SCREENSHOT))
                        .orElse(""));
    }

    private static boolean isWebAddress(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }

    private static Instant told(SentAlert alert) {
        return alert.triedAt().orElse(alert.createdAt());
    }

    private static StepView alert(SentAlert alert, IncidentSummary incident) {
        String channel = HtmlText.text(alert.channel());
        String tries = Words.count(alert.tries(), "try", "tries");
        String what =
                switch (alert.state()) {
                    case DELIVERED -> "Told " + channel + (alert.tries() > 1 ? ", after " + tries : "");
                    case WAITING -> channel + " is not told yet, after " + tries;
                    case DEAD -> channel + " could not be told, after " + tries;
                };
        Rating rating =
                switch (alert.state()) {
                    case DELIVERED -> Rating.CALM;
                    case WAITING -> Rating.UNSURE;
                    case DEAD -> Rating.BAD;
                };
        return new StepView(
                rating,
                Words.exact(told(alert)),
                after(told(alert), incident),
                what,
                alert.trouble().isEmpty() ? List.of() : List.of(HtmlText.text(alert.trouble())),
                List.of(),
                "");
    }

    private static String after(Instant at, IncidentSummary incident) {
        Duration after = Duration.between(incident.since(), at);
        return after.isNegative() ? DurationWords.of(after.negated()) + " before" : "after " + DurationWords.of(after);
    }
}
