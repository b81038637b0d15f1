package dev.smokerunner.status;

import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundReader.KeptRound;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SeenFinding;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.ResultRating;
import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Severity;
import dev.smokerunner.status.html.ChartView;
import dev.smokerunner.status.html.DayView;
import dev.smokerunner.status.html.FindingLine;
import dev.smokerunner.status.html.RoundLine;
import dev.smokerunner.status.html.SiteView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the page of one site.
 *
 * @param history what it is made of
 * @param availability of the sites
 */
record SitePage(StatusHistory history, Availability availability) {
    private static final String SCREENSHOT = "screenshot.png";
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_INCIDENTS = 20;
    private static final int MOST_ROUNDS = 20;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    /**
     * The page.
     *
     * @param isMonth whether its chart is that of a month, and not of a day
     */
    SiteView of(SiteStatus status, boolean isMonth, Instant now) {
        SiteRecord site = status.site();
        Freshness freshness = new Freshness(now);
        SiteState state = freshness.state(status);
        List<IncidentSummary> incidents = history.incidents().last(site.id(), MOST_INCIDENTS);
        Optional<KeptRound> picture = history.rounds().lastWith(site.id(), SCREENSHOT);
        return new SiteView(
                Ratings.of(state),
                Ratings.word(state),
                state == SiteState.FAILING ? Ratings.word(status.severity()) : "",
                HtmlText.text(site.name() + " (" + site.environment() + ")"),
                why(status, freshness, incidents),
                facts(status, now),
                findings(status),
                picture.map(kept -> PageAddresses.evidence(kept.id(), SCREENSHOT))
                        .orElse(""),
                picture.map(kept -> caption(kept, now)).orElse(""),
                day(site, now),
                chart(site, isMonth, now),
                isMonth,
                PageAddresses.site(site.name(), site.environment()),
                PageAddresses.badge(site.name(), site.environment()),
                incidents.stream()
                        .map(incident -> IncidentLines.line(incident, now))
                        .toList(),
                history.rounds().last(site.id(), MOST_ROUNDS).stream()
                        .map(SitePage::round)
                        .toList());
    }

    /** Pictures are kept when the state changes, and a page that does not answer has none: its last one may be of before. */
    private static String caption(KeptRound kept, Instant now) {
        String round =
                switch (kept.verdict()) {
                    case PASS -> "From a round that passed, ";
                    case FAIL -> "From a round that failed, ";
                    case INCONCLUSIVE -> "From an inconclusive round, ";
                };
        return round + Words.ago(kept.startedAt(), now);
    }

    private DayView day(SiteRecord site, Instant now) {
        DayChart day = DayChart.upTo(now);
        return day.of(history.rounds().slots(site.id(), day.from(), day.until(), DayChart.SLOT));
    }

    private ChartView chart(SiteRecord site, boolean isMonth, Instant now) {
        ResponseChart chart = new ResponseChart(now.minus(isMonth ? MONTH : DAY), now);
        return chart.of(
                history.rounds().slots(site.id(), chart.from(), chart.until(), chart.slot()),
                history.incidents().since(site.id(), chart.from()),
                history.releases().between(site.name(), site.environment(), chart.from(), now));
    }

    private static String why(SiteStatus status, Freshness freshness, List<IncidentSummary> incidents) {
        String since = freshness
                .since(status)
                .map(at -> Words.since(at, freshness.now()))
                .orElse("");
        return switch (freshness.state(status)) {
            case OK -> "Nothing is wrong with it " + since + ".";
            case FAILING ->
                incidents.stream()
                                .filter(IncidentSummary::isOpen)
                                .findFirst()
                                .map(IncidentLines::title)
                                .orElse("Something is wrong with it")
                        + "; failing " + since + ".";
            case INCONCLUSIVE -> "Nobody could find out how it is, " + since + reason(status) + ".";
            case MAINTENANCE -> "It may be broken now: somebody works on it, " + since + ".";
            case UNKNOWN ->
                status.lastRound().isEmpty()
                        ? "Nobody looked at it yet."
                        : "The last round ended "
                                + Words.ago(status.lastRound().get().endedAt(), freshness.now())
                                + ", and one is due every "
                                + DurationWords.of(status.site().every()) + reason(status) + ".";
        };
    }

    private static String reason(SiteStatus status) {
        return status.lastRound()
                .filter(round -> !round.reason().isEmpty())
                .map(round -> ": " + HtmlText.text(round.reason()))
                .orElse("");
    }

    private List<Fact> facts(SiteStatus status, Instant now) {
        SiteRecord site = status.site();
        Counts counts = availability.of(now).getOrDefault(site.id(), Counts.NONE);
        int all = counts.passed() + counts.failed();
        List<Fact> facts = new ArrayList<>();
        facts.add(HtmlText.linked("Target", site.target()));
        site.owner().ifPresent(owner -> facts.add(new Fact("Owner", HtmlText.text(owner))));
        site.runbook().ifPresent(runbook -> facts.add(HtmlText.linked("Runbook", runbook)));
        facts.add(new Fact(
                "Availability, 30 days",
                Words.share(counts.passed(), all)
                        + (all == 0
                                ? ""
                                : ", " + counts.failed() + " of " + Words.count(all, "round", "rounds") + " failed")));
        facts.add(new Fact("Looked at", "every " + DurationWords.of(site.every())));
        status.lastRound().ifPresent(round -> facts.add(new Fact("Last round", Words.ago(round.endedAt(), now))));
        return facts;
    }

    private List<FindingLine> findings(SiteStatus status) {
        return status
                .lastRound()
                .map(round -> history.rounds().findings(round.id(), MOST_FINDINGS))
                .orElse(List.of())
                .stream()
                .map(SitePage::finding)
                .toList();
    }

    private static FindingLine finding(SeenFinding finding) {
        boolean isNote = !finding.severity().isAtLeast(Severity.SEV4);
        return new FindingLine(
                isNote ? Rating.CALM : Rating.BAD,
                Ratings.word(finding.severity()),
                HtmlText.text(finding.check()),
                HtmlText.text(finding.kind()),
                HtmlText.text(finding.message()),
                finding.place().map(HtmlText::address).orElse(""),
                finding.hint().map(HtmlText::text).orElse(""));
    }

    private static RoundLine round(RoundSummary round) {
        String verdict = round.verdict().name().toLowerCase(Locale.ROOT)
                + round.severity()
                        .map(severity -> ", " + Ratings.word(severity))
                        .orElse("")
                + (round.inMaintenance() ? ", in maintenance" : "")
                + (round.reason().isEmpty() ? "" : ": " + HtmlText.text(round.reason()));
        return new RoundLine(
                ResultRating.of(round.verdict()),
                HtmlText.time(round.startedAt()),
                verdict,
                round.place().isEmpty() ? "–" : HtmlText.text(round.place()),
                DurationWords.measured(round.duration()),
                Words.took(round.phases().longest()));
    }
}
