package dev.smokerunner.status;

import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.RunnerStatus;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.history.reading.Slot;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.status.html.LetterLine;
import dev.smokerunner.status.html.OverviewView;
import dev.smokerunner.status.html.RunnerLine;
import dev.smokerunner.status.html.SiteLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the first page.
 *
 * @param history what it is made of
 * @param availability of the sites
 * @param lastDay of the sites
 */
record OverviewPage(StatusHistory history, Availability availability, LastDay lastDay) {
    private static final String SCREENSHOT = "screenshot.png";
    private static final int MOST_PAST = 20;
    private static final int MOST_LETTERS = 20;
    private static final int MOST_FINDINGS = 3;
    private static final Comparator<SiteLine> TROUBLE_FIRST = Comparator.comparing((SiteLine site) ->
                    List.of(Rating.BAD, Rating.UNSURE, Rating.CALM, Rating.GOOD).indexOf(site.rating()))
            .thenComparing(SiteLine::severity);

    OverviewView at(Instant now) {
        List<SiteStatus> sites = history.sites().all();
        DayChart day = DayChart.upTo(now);
        Map<String, List<Slot>> days = lastDay.of(day, now);
        Map<String, Counts> counts = availability.of(now);
        List<SentAlert> letters = history.incidents().deadLetters(MOST_LETTERS);
        OverviewWords words =
                OverviewWords.of(sites, new Freshness(now), history.incidents().count(SentAlert.State.DEAD));
        return new OverviewView(
                words.rating(),
                words.verdict(),
                words.why(),
                HtmlText.time(now),
                history.incidents().open().stream()
                        .map(incident -> IncidentLines.line(incident, now))
                        .toList(),
                sites.stream()
                        .map(status -> line(status, day, days, counts, now))
                        .sorted(TROUBLE_FIRST)
                        .toList(),
                history.incidents().last(2 * MOST_PAST).stream()
                        .filter(incident -> !incident.isOpen())
                        .limit(MOST_PAST)
                        .map((IncidentSummary incident) -> IncidentLines.line(incident, now))
                        .toList(),
                letters.stream().map(OverviewPage::letter).toList(),
                history.runners().all().stream()
                        .map(runner -> runner(runner, now))
                        .toList());
    }

    private SiteLine line(
            SiteStatus status, DayChart day, Map<String, List<Slot>> days, Map<String, Counts> counts, Instant now) {
        Freshness freshness = new Freshness(now);
        SiteState state = freshness.state(status);
        String id = status.site().id();
        Counts count = counts.getOrDefault(id, Counts.NONE);
        boolean isBad = state == SiteState.FAILING || state == SiteState.INCONCLUSIVE;
        return new SiteLine(
                Ratings.of(state),
                Ratings.word(state),
                state == SiteState.FAILING ? Ratings.word(status.severity()) : "",
                HtmlText.text(status.site().name()),
                HtmlText.text(status.site().environment()),
                PageAddresses.site(status.site().name(), status.site().environment()),
                freshness
                        .since(status)
                        .map(since -> "for " + DurationWords.of(Duration.between(since, now)))
                        .orElse(""),
                day.of(days.getOrDefault(id, List.of())),
                Words.share(count.passed(), count.passed() + count.failed()),
                Words.took(status.lastRound().flatMap(last -> last.phases().longest())),
                isBad ? findings(status) : List.of(),
                isBad ? picture(id) : "",
                "The page of " + HtmlText.text(id) + " as it was");
    }

    /** The last picture of what is wrong; empty where the last one is of before: a page that does not answer has none. */
    private String picture(String site) {
        return history.rounds()
                .lastWith(site, SCREENSHOT)
                .filter(kept -> kept.verdict() != Verdict.PASS)
                .map(kept -> PageAddresses.evidence(kept.id(), SCREENSHOT))
                .orElse("");
    }

    /** What is wrong, in the words of the last round. */
    private List<String> findings(SiteStatus status) {
        Optional<RoundSummary> last = status.lastRound();
        if (last.filter(round -> !round.reason().isEmpty()).isPresent()) {
            return List.of(HtmlText.text(last.get().reason()));
        }
        return last.map(round -> history.rounds().findings(round.id(), MOST_FINDINGS)).orElse(List.of()).stream()
                .map(finding -> HtmlText.text(finding.message()))
                .toList();
    }

    private static LetterLine letter(SentAlert letter) {
        return new LetterLine(
                HtmlText.text(letter.channel()),
                HtmlText.text(letter.site()),
                letter.incident().map(PageAddresses::incident).orElse(""),
                HtmlText.time(letter.createdAt()),
                Words.count(letter.tries(), "try", "tries"),
                letter.trouble().isEmpty() ? "It is not said why." : HtmlText.text(letter.trouble()));
    }

    private static String words(RunnerStatus.State state, RunnerStatus runner, Instant now) {
        return switch (state) {
            case ALIVE -> "alive";
            case SILENT -> "silent";
            case NETWORK_DOWN ->
                "its own network is down for "
                        + DurationWords.of(
                                Duration.between(runner.networkDownSince().orElse(now), now));
        };
    }

    private static RunnerLine runner(RunnerStatus runner, Instant now) {
        RunnerStatus.State state = runner.state(now);
        return new RunnerLine(
                state == RunnerStatus.State.ALIVE ? Rating.GOOD : Rating.UNSURE,
                words(state, runner, now),
                HtmlText.text(runner.host().isEmpty() ? runner.id() : runner.host()),
                runner.location().isEmpty() ? "–" : HtmlText.text(runner.location()),
                DurationWords.of(Duration.between(runner.seenAt(), now)) + " ago",
                Words.count(runner.rounds(), "round", "rounds"),
                HtmlText.time(runner.startedAt()));
    }
}
