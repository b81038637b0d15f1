package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.Departure;
import dev.smokerunner.anomaly.Judge;
import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Outcome;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Release;
import dev.smokerunner.anomaly.Sentence;
import dev.smokerunner.anomaly.Settings;
import dev.smokerunner.anomaly.picture.BlockPlot;
import dev.smokerunner.anomaly.season.WallClock;
import dev.smokerunner.result.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A series of a site, as far as it was read and judged. */
final class JudgedNumbers {
    private static final int PLOTTED = 40;
    /** A place that looks no more, and a log that is read no more, say nothing: ten numbers are missing by then. */
    private static final int SILENT_AFTER = 10;

    private static final Duration NEVER_SILENT = Duration.ofMinutes(15);

    private final String name;
    private final Sentence sentence;
    private final Judge judge;
    private final Deque<Judgement> last = new ArrayDeque<>();
    private Instant until;

    /**
     * Nothing read yet.
     *
     * @param name what it is known by
     * @param sentence what it counts or measures, in words
     * @param clock the time by which visitors live
     * @param from what is older is not read
     */
    JudgedNumbers(String name, Sentence sentence, WallClock clock, Instant from) {
        this.name = name;
        this.sentence = sentence;
        this.judge = new Judge(Settings.of(sentence.measure(), clock));
        this.until = from;
    }

    /** Up to where it is read. */
    Instant until() {
        return until;
    }

    void release(Release release) {
        judge.release(release);
    }

    void read(List<Point> points) {
        for (Point point : points) {
            if (point.at().isAfter(until)) {
                last.add(judge.judge(point));
                until = point.at();
                if (last.size() > PLOTTED) {
                    last.remove();
                }
            }
        }
    }

    /** Whether enough was read to say anything of now. */
    boolean isKnown(Instant now) {
        Duration missing = sentence.spacing().multipliedBy(SILENT_AFTER);
        Duration silent = missing.compareTo(NEVER_SILENT) < 0 ? NEVER_SILENT : missing;
        return !last.isEmpty() && last.getLast().outcome() != Outcome.UNKNOWN && !until.isBefore(now.minus(silent));
    }

    /** What is wrong with it now; absent where nothing is. */
    Optional<SignalCause> cause(Audience audience) {
        return Optional.ofNullable(last.peekLast())
                .filter(newest -> newest.outcome() == Outcome.ANOMALY)
                .flatMap(newest -> newest.departure().map(departure -> cause(newest, departure, audience)));
    }

    private SignalCause cause(Judgement newest, Departure departure, Audience audience) {
        String subject = sentence.measure() == Measure.COUNTS ? "requests" : "response-time";
        return new SignalCause(
                "anomaly " + name,
                subject + "-" + departure.kind().word(),
                audience.cap(departure.severity()),
                sentence.of(departure, newest.release()),
                Optional.of(String.join(
                        "; ", BlockPlot.of(List.copyOf(last), PLOTTED).subList(0, 2))),
                List.of());
    }

    /** How far numbers are apart that a pace gives. */
    static Duration spacing(WatchedSite site, Measure measure) {
        return measure == Measure.COUNTS
                ? Duration.ofMinutes(1)
                : site.schedule().every();
    }
}
