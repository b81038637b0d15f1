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

    /**
     * Judges a series.
     *
     * @param told of how much of its end it is told
     * @param withVotes whether all vote on what is told
     */
    static JudgedSeries of(
            NamedSeries series, Settings settings, List<Release> releases, Optional<Duration> told, boolean withVotes) {
        Judge judge = new Judge(settings);
        releases.forEach(judge::release);
        List<Point> points = series.points();
        Instant from = told.filter(end -> !points.isEmpty())
                .map(end -> points.get(points.size() - 1).at().minus(end))
                .orElse(Instant.MIN);
        List<Judgement> judgements = new ArrayList<>();
        for (Point point : points) {
            boolean isTold = point.at().isAfter(from);
            Judgement judgement = judge.judge(point, withVotes && isTold);
            if (isTold) {
                judgements.add(judgement);
            }
        }
        return new JudgedSeries(series, settings.measure(), judgements);
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
