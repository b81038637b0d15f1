package dev.smokerunner.cli;

import dev.smokerunner.anomaly.Episode;
import dev.smokerunner.anomaly.Judge;
import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Outcome;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Release;
import dev.smokerunner.anomaly.Settings;
import dev.smokerunner.anomaly.source.NamedSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series, judged number by number.
 *
 * @param series the series
 * @param measure what its numbers are
 * @param judgements what is said of each of those that are told
 */
record JudgedSeries(NamedSeries series, Measure measure, List<Judgement> judgements) {

    static JudgedSeries of(NamedSeries series, Settings settings, List<Release> releases, boolean withVotes) {
        Judge judge = new Judge(settings);
        releases.forEach(judge::release);
        List<Judgement> judgements = new ArrayList<>();
        for (Point point : series.points()) {
            judgements.add(judge.judge(point, withVotes));
        }
        return new JudgedSeries(series, settings.measure(), judgements);
    }

    /** Only the last of it. */
    JudgedSeries last(Optional<Duration> told) {
        if (told.isEmpty() || judgements.isEmpty()) {
            return this;
        }
        Instant from = judgements.get(judgements.size() - 1).point().at().minus(told.get());
        return new JudgedSeries(
                series,
                measure,
                judgements.stream()
                        .filter(judgement -> judgement.point().at().isAfter(from))
                        .toList());
    }

    List<Episode> episodes() {
        return Episode.of(judgements);
    }

    /** Those that people would be told of. */
    List<Episode> anomalies() {
        return episodes().stream().filter(Episode::isConfirmed).toList();
    }

    /** Inconclusive where no number could be judged. */
    ExitCode code() {
        if (judgements.stream().allMatch(judgement -> judgement.outcome() == Outcome.UNKNOWN)) {
            return ExitCode.INCONCLUSIVE;
        }
        return anomalies().isEmpty() ? ExitCode.PASS : ExitCode.FAIL;
    }

    /** In one word. */
    String verdict() {
        return switch (code()) {
            case PASS -> "usual";
            case FAIL -> "anomaly";
            default -> "unknown";
        };
    }
}
