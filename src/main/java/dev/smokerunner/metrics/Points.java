package dev.smokerunner.metrics;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Measure;
import dev.smokerunner.result.SmokeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What rounds and counts come to as numbers. */
public final class Points {
    private static final String TRAFFIC = "traffic";

    private Points() {}

    /** Those of a round, at the time at which it began. */
    public static List<Point> of(SmokeResult result) {
        return Stream.of(SiteSeries.values())
                .flatMap(series -> series
                        .of(result)
                        .map(value -> new Point(
                                result.subject().name(),
                                result.subject().environment(),
                                List.of(series.word()),
                                value,
                                result.startedAt()))
                        .stream())
                .toList();
    }

    /**
     * Those of counts: each by its group, and views and tickets of the whole site.
     *
     * @param site the id of the site that is meant, of the several that the counts may be of
     * @param counts all of some minutes
     */
    public static List<Point> of(String site, String name, String environment, Map<CountKey, Long> counts) {
        List<Point> points = new ArrayList<>();
        Map<Instant, Long> views = new TreeMap<>();
        counts.forEach((key, amount) -> {
            if (!key.site().equals(site)) {
                return;
            }
            if (key.measure() == Measure.TICKETS) {
                points.add(new Point(name, environment, List.of(SiteSeries.TICKETS.word()), amount, key.minute()));
            } else {
                String measure = key.measure().word().replace('-', '_');
                points.add(new Point(name, environment, List.of(TRAFFIC, key.group(), measure), amount, key.minute()));
            }
            if (key.measure() == Measure.VIEWS) {
                views.merge(key.minute(), amount, Long::sum);
            }
        });
        views.forEach((minute, amount) ->
                points.add(new Point(name, environment, List.of(SiteSeries.VIEWS.word()), amount, minute)));
        return points;
    }
}
