package dev.smokerunner.monitor;

import static dev.smokerunner.history.Measure.REQUESTS;
import static dev.smokerunner.history.Measure.VIEWS;

import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Release;
import dev.smokerunner.anomaly.Sentence;
import dev.smokerunner.anomaly.season.Season;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.anomaly.source.NamedSeries;
import dev.smokerunner.anomaly.source.SeriesException;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.ResponseTimes;
import dev.smokerunner.history.reading.ResponseTimes.Phase;
import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.SmokeResult.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The series of one site; remembers what it needs of the weeks before, which is read again when a monitor starts. */
final class JudgedSite {
    private static final Duration REMEMBERED = Duration.ofDays(7L * Season.WEEKS);
    /** Errors and failed requests are told by the checks, and tickets by what they say. */
    private static final Set<dev.smokerunner.history.Measure> JUDGED = EnumSet.of(VIEWS, REQUESTS);
    /** A minute is counted to its end, and written down some seconds later. */
    private static final Duration LATE = Duration.ofSeconds(75);

    /** A round is written down when it is over, and a log may be read some minutes later. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AnomalyPlan plan;
    private final Map<Source, Map<String, JudgedNumbers>> numbers = new LinkedHashMap<>();
    private final Set<String> places = new LinkedHashSet<>();
    private Optional<Instant> placesAsked = Optional.empty();
    private final Set<CountReader.Series> counted = new LinkedHashSet<>();
    private Optional<Instant> countedAsked = Optional.empty();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Instant> asked = new LinkedHashMap<>();

    JudgedSite(AnomalyPlan plan) {
        this.plan = plan;
    }

    AnomalyPlan plan() {
        return plan;
    }

    /** From where numbers come. */
    record Origins(ResponseTimes times, CountReader counts, GraphiteSeries graphite, Releases releases) {}

    /** Reads what is new of all series, and judges it. */
    void read(WatchedSite site, Origins origins, Instant now) throws SeriesException {
        if (plan.responseTimes()) {
            readTimes(site, origins, now);
        }
        if (plan.requests()) {
            readCounts(site, origins, now);
        }
        for (String url : plan.graphite()) {
            Instant from = asked.getOrDefault(url, now.minus(REMEMBERED));
            Instant until = now.minus(LATE);
            // Once a minute is often enough.
            if (from.plus(MINUTE).isBefore(until)) {
                readGraphite(origins.graphite().read(url, from, until), site, origins, now);
                asked.put(url, until);
            }
        }
    }

    private void readTimes(WatchedSite site, Origins origins, Instant now) {
        places.addAll(origins.times()
                .places(site.id(), placesAsked.map(last -> last.minus(OVERLAP)).orElse(now.minus(REMEMBERED))));
        placesAsked = Optional.of(now);
        places.forEach(place -> readTimes(place, site, origins, now));
    }

    /** What is usual in one place is not in another. */
    private void readTimes(String place, WatchedSite site, Origins origins, Instant now) {
        for (Phase phase : Phase.values()) {
            String noun = phase.name().toLowerCase(Locale.ROOT) + (place.isEmpty() ? "" : " from " + place);
            JudgedNumbers judged = of(Source.RESPONSE_TIMES, noun, Measure.TIMES, site, now);
            tellReleases(judged, site, origins, now);
            judged.read(origins.times().after(site.id(), place, phase, judged.until()).stream()
                    .map(time -> new Point(time.at(), time.millis()))
                    .toList());
        }
    }

    private void readCounts(WatchedSite site, Origins origins, Instant now) {
        // Once all that was ever counted; then what is new, which is the little of the last minutes.
        counted.addAll(
                countedAsked.isEmpty()
                        ? origins.counts().series(site.id(), JUDGED)
                        : origins.counts()
                                .series(site.id(), JUDGED, countedAsked.get().minus(OVERLAP)));
        countedAsked = Optional.of(now);
        for (CountReader.Series series : counted) {
            String noun = series.measure().word() + (series.group().isEmpty() ? "" : " of " + series.group());
            JudgedNumbers judged = of(Source.REQUESTS, noun, Measure.COUNTS, site, now);
            tellReleases(judged, site, origins, now);
            judged.read(origins.counts().minutes(series, judged.until().plusMillis(1), now.minus(LATE)).stream()
                    .map(minute -> new Point(minute.minute(), minute.amount()))
                    .toList());
        }
    }

    private void readGraphite(List<NamedSeries> all, WatchedSite site, Origins origins, Instant now) {
        for (NamedSeries series : all) {
            if (series.points().isEmpty() && !measures.containsKey(series.name())) {
                // Nothing says yet what it is.
                continue;
            }
            // What it is, is decided by the weeks that are read first, and not by a minute.
            Measure measure = measures.computeIfAbsent(series.name(), name -> series.measure());
            Source source = measure == Measure.COUNTS ? Source.REQUESTS : Source.RESPONSE_TIMES;
            JudgedNumbers judged = of(source, series.name(), measure, site, now);
            tellReleases(judged, site, origins, now);
            judged.read(series.points());
        }
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

    private static void tellReleases(JudgedNumbers judged, WatchedSite site, Origins origins, Instant now) {
        Subject subject = site.plan().subject();
        origins.releases()
                .between(subject.name(), subject.environment(), judged.until().minus(Duration.ofDays(1)), now)
                .forEach(release -> judged.release(new Release(release.at(), release.version())));
    }

    /**
     * What there is to tell: what is wrong, or that nothing is any more of what was told before, by whichever monitor.
     *
     * @param book what was told of the site
     */
    List<Signal> signals(WatchedSite site, IncidentBook book, Instant now) {
        return numbers.keySet().stream()
                .flatMap(source -> signal(source, site, book, now).stream())
                .toList();
    }

    private Optional<Signal> signal(Source source, WatchedSite site, IncidentBook book, Instant now) {
        List<JudgedNumbers> known = numbers.getOrDefault(source, Map.of()).values().stream()
                .filter(judged -> judged.isKnown(now))
                .toList();
        List<SignalCause> causes = known.stream()
                .flatMap(judged -> judged.cause(site.plan().subject().audience()).stream())
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
        boolean wasTold = book.causes().values().stream()
                .anyMatch(tracked -> tracked.cause().source() == source);
        boolean isTold = !causes.isEmpty() || !known.isEmpty() && wasTold;
        return Stream.of(new Signal(source, now, causes))
                .filter(signal -> isTold)
                .findFirst();
    }
}
