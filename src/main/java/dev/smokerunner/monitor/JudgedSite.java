package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Release;
import dev.smokerunner.anomaly.Sentence;
import dev.smokerunner.anomaly.season.Season;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.anomaly.source.NamedSeries;
import dev.smokerunner.anomaly.source.SeriesException;
import dev.smokerunner.history.reading.ResponseTimes;
import dev.smokerunner.history.reading.ResponseTimes.Phase;
import dev.smokerunner.history.reading.WatchReader;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.SmokeResult.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The series of one site; remembers what it needs of the weeks before, which is read again when a monitor starts. */
final class JudgedSite {
    private static final Duration REMEMBERED = Duration.ofDays(7L * Season.WEEKS);
    /** A minute is counted to its end, and written down some seconds later. */
    private static final Duration LATE = Duration.ofSeconds(75);
    /** After that many quiet judgements nobody waits for another one. */
    private static final int ENOUGH_QUIET = 10;

    private final AnomalyPlan plan;
    private final Map<Source, Map<String, JudgedNumbers>> numbers = new LinkedHashMap<>();
    private final Map<Source, Integer> quiet = new LinkedHashMap<>();

    JudgedSite(AnomalyPlan plan) {
        this.plan = plan;
    }

    AnomalyPlan plan() {
        return plan;
    }

    /** From where numbers come. */
    record Origins(ResponseTimes times, CountSource counts, GraphiteSeries graphite, WatchReader watch, String place) {}

    /** Reads what is new of all series, and judges it. */
    void read(WatchedSite site, Origins origins, Instant now) throws SeriesException {
        if (plan.responseTimes()) {
            for (Phase phase : Phase.values()) {
                JudgedNumbers judged = times(phase.name().toLowerCase(Locale.ROOT), site, now);
                tellReleases(judged, site, origins);
                judged.read(origins.times().after(site.id(), origins.place(), phase, judged.until()).stream()
                        .map(time -> new Point(time.at(), time.millis()))
                        .toList());
            }
        }
        if (plan.requests()) {
            for (CountSource.Counted counted : origins.counts().of(site.id())) {
                String noun = counted.what() + (counted.group().isEmpty() ? "" : " of " + counted.group());
                JudgedNumbers judged = of(Source.REQUESTS, noun, Measure.COUNTS, site, now);
                tellReleases(judged, site, origins);
                judged.read(origins.counts().counts(site.id(), counted, judged.until(), minutes(now)));
            }
        }
        for (String url : plan.graphite()) {
            for (NamedSeries series : origins.graphite().read(url)) {
                Measure measure = series.measure();
                Source source = measure == Measure.COUNTS ? Source.REQUESTS : Source.RESPONSE_TIMES;
                JudgedNumbers judged = of(source, series.name(), measure, site, now);
                tellReleases(judged, site, origins);
                judged.read(series.points());
            }
        }
    }

    private static Instant minutes(Instant now) {
        return now.minus(LATE);
    }

    private JudgedNumbers times(String noun, WatchedSite site, Instant now) {
        return of(Source.RESPONSE_TIMES, noun, Measure.TIMES, site, now);
    }

    private JudgedNumbers of(Source source, String noun, Measure measure, WatchedSite site, Instant now) {
        return numbers.computeIfAbsent(source, one -> new LinkedHashMap<>())
                .computeIfAbsent(
                        noun,
                        name -> new JudgedNumbers(
                                source.word() + " " + name,
                                new Sentence(name, measure, JudgedNumbers.spacing(site, measure)),
                                plan.clock(),
                                now.minus(REMEMBERED)));
    }

    private static void tellReleases(JudgedNumbers judged, WatchedSite site, Origins origins) {
        Subject subject = site.plan().subject();
        origins.watch()
                .releases(subject.name(), subject.environment(), judged.until().minus(Duration.ofDays(1)))
                .forEach(release -> judged.release(new Release(release.at(), release.version())));
    }

    /** What there is to tell: what is wrong, or for a while that nothing is any more. */
    List<Signal> signals(WatchedSite site, Instant now) {
        return numbers.keySet().stream()
                .flatMap(source -> signal(source, site, now).stream())
                .toList();
    }

    private Optional<Signal> signal(Source source, WatchedSite site, Instant now) {
        List<JudgedNumbers> known = numbers.getOrDefault(source, Map.of()).values().stream()
                .filter(JudgedNumbers::isKnown)
                .toList();
        List<SignalCause> causes = known.stream()
                .flatMap(judged -> judged.cause(site.plan().subject().audience()).stream())
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
        int before = quiet.getOrDefault(source, 0);
        quiet.put(source, causes.isEmpty() ? before + 1 : 0);
        boolean isTold = !known.isEmpty() && (!causes.isEmpty() || before < ENOUGH_QUIET);
        return Stream.of(new Signal(source, now, causes))
                .filter(signal -> isTold)
                .findFirst();
    }
}
