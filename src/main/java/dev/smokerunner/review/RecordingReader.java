package dev.smokerunner.review;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.report.StoredResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.review.Recording.Kept;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a monitor remembers of incidents. */
final class RecordingReader {
    /** Who reviews an incident looks at the releases of the sprint, and not of the quarter. */
    private static final Duration RELEASES = Duration.ofDays(7);
    /** Results keep their pictures in files beside them; a history keeps them on their own. */
    private static final Path NOWHERE = Path.of("");

    private final IncidentReader incidents;
    private final RoundReader rounds;
    private final Releases releases;

    /** Reads a database. */
    RecordingReader(HistoryDatabase database) {
        this.incidents = new IncidentReader(database.jdbi());
        this.rounds = new RoundReader(database.jdbi());
        this.releases = new Releases(database.jdbi());
    }

    /**
     * What is remembered of one.
     *
     * @param site where it was
     * @param incident which
     * @param now the end of one that is not over
     */
    Recording of(SiteRecord site, IncidentSummary incident, Instant now) {
        Instant since = incident.since();
        Instant end = incident.resolvedAt().orElse(now);
        List<IncidentStep> steps = incidents.steps(incident.id());
        // The rounds in which it was found to be over are no part of it.
        Optional<RoundSummary> lastBad = rounds.lastBefore(site.id(), Verdict.FAIL, end.plusMillis(1))
                .filter(round -> !round.startedAt().isBefore(since));
        return new Recording(
                site,
                incident,
                steps,
                incidents.alerts(incident.id()),
                rounds.lastBefore(site.id(), Verdict.PASS, since),
                rounds.firstFrom(site.id(), Verdict.FAIL, since)
                        .filter(round -> !round.startedAt().isAfter(end)),
                lastBad,
                // Where no round failed, none tells that it is over.
                lastBad.flatMap(bad -> rounds.firstFrom(site.id(), Verdict.PASS, bad.startedAt())),
                rounds.counts(since, end.plusMillis(1)).getOrDefault(site.id(), Counts.NONE),
                releases.between(site.name(), site.environment(), since.minus(RELEASES), end),
                steps.stream()
                        .filter(step -> step.evidence().contains("result.json"))
                        .flatMap(step -> step.round().stream())
                        .distinct()
                        .flatMap(round -> kept(round).stream())
                        .toList());
    }

    private Optional<Kept> kept(String round) {
        return rounds.evidence(round, "result.json")
                .map(json -> new Kept(
                        round, StoredResult.read(json, NOWHERE).get(0), rounds.evidence(round, "screenshot.png")));
    }
}
