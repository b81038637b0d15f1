package dev.smokerunner.anomaly.source;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A series and what it is called.
 *
 * @param name the column of a file, or the target of Graphite
 * @param points its numbers, in the order of time
 */
public record NamedSeries(String name, List<Point> points) {
    private static final Pattern OF_TIMES =
            Pattern.compile("(?i).*(time|duration|latency|_ms|\\bms\\b|millis|elapsed|load|ready).*");

    /** Copies the list, and puts it in order. */
    public NamedSeries {
        requireNonNull(name);
        points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
    }

    /** What its numbers seem to be: times where it is called so, counts where all are whole and none is below zero. */
    public Measure measure() {
        boolean areCounts =
                points.stream().allMatch(point -> point.value() >= 0 && point.value() == Math.rint(point.value()));
        boolean arePositive = points.stream().allMatch(point -> point.value() > 0);
        if (arePositive && OF_TIMES.matcher(name).matches()) {
            return Measure.TIMES;
        }
        return areCounts ? Measure.COUNTS : Measure.VALUES;
    }

    /** How far its numbers are apart, mostly; a minute where there is only one. */
    public Duration spacing() {
        long[] seconds = new long[Math.max(0, points.size() - 1)];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] =
                    Duration.between(points.get(i).at(), points.get(i + 1).at()).toSeconds();
        }
        java.util.Arrays.sort(seconds);
        return seconds.length == 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(seconds[seconds.length / 2]);
    }
}
