package dev.smokerunner.status;

import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.Phases;
import dev.smokerunner.history.reading.Slot;
import dev.smokerunner.release.Release;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.status.html.ChartView;
import dev.smokerunner.status.html.ChartView.Line;
import dev.smokerunner.status.html.ChartView.Mark;
import dev.smokerunner.status.html.ChartView.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws response times over time.
 *
 * @param from the left end
 * @param until the right end
 */
record ResponseChart(Instant from, Instant until) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 240;
    /** So many points that each is some pixels wide. */
    private static final int POINTS = 240;
    /** Slots without a round that a line still bridges. */
    private static final int LONGEST_GAP = 3;

    private static final int LABELS = 4;

    /** How long each of its slots is. */
    Duration slot() {
        return Duration.between(from, until).dividedBy(POINTS);
    }

    ChartView of(List<Slot> slots, List<IncidentSummary> incidents, List<Release> releases) {
        long longest = slots.stream()
                .flatMap(slot -> slot.phases().longest().stream())
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
        long top = roundedUp(longest);
        List<Line> lines = Stream.of(
                        line("ready", "Ready", slots, Phases::ready, top),
                        line("load", "Load", slots, Phases::load, top),
                        line("dom", "DOM", slots, Phases::domContentLoaded, top),
                        line("document", "Document", slots, Phases::document, top))
                .flatMap(Optional::stream)
                .toList();
        return new ChartView(
                "Response times from " + HtmlText.time(from) + " to " + HtmlText.time(until) + ", up to "
                        + DurationWords.measured(Duration.ofMillis(longest)),
                lines,
                releases.stream().map(this::mark).toList(),
                incidents.stream().map(this::trouble).toList(),
                Stream.of(top, top / 2, 0L)
                        .map(millis -> DurationWords.measured(Duration.ofMillis(millis)))
                        .toList(),
                hours());
    }

    private Optional<Line> line(
            String look, String name, List<Slot> slots, Function<Phases, Optional<Duration>> phase, long top) {
        StringBuilder path = new StringBuilder();
        Optional<Duration> latest = Optional.empty();
        long before = -WIDTH;
        for (Slot slot : slots) {
            Optional<Duration> time = phase.apply(slot.phases());
            if (time.isPresent()) {
                latest = time;
                long at = Duration.between(from, slot.begin()).dividedBy(slot());
                path.append(at - before > LONGEST_GAP ? 'M' : 'L')
                        .append(x(slot.begin().plus(slot().dividedBy(2))))
                        .append(' ')
                        .append(HEIGHT - time.get().toMillis() * HEIGHT / top);
                // A point by itself is a line of no length.
                path.append(at - before > LONGEST_GAP ? "h0" : "");
                before = at;
            }
        }
        return latest.map(last -> new Line(look, name, DurationWords.measured(last), path.toString()));
    }

    private Mark mark(Release release) {
        return new Mark(x(release.at()), HtmlText.text(release.version()), HtmlText.time(release.at()));
    }

    private Trouble trouble(IncidentSummary incident) {
        int left = x(incident.since());
        return new Trouble(left, Math.max(2, x(incident.resolvedAt().orElse(until)) - left));
    }

    private int x(Instant at) {
        double share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, until).toMillis();
        return (int) Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
    }

    private List<String> hours() {
        Duration whole = Duration.between(from, until);
        String pattern = whole.compareTo(Duration.ofDays(2)) > 0 ? "d MMM" : "HH:mm";
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        return IntStream.rangeClosed(0, LABELS)
                .mapToObj(
                        part -> format.format(from.plus(whole.multipliedBy(part).dividedBy(LABELS))))
                .toList();
    }

    /** The next of 1, 2, 4 and 10 times a power of ten, so that half of it is round as well. */
    private static long roundedUp(long longest) {
        long power = 100;
        while (power * 10 < longest) {
            power *= 10;
        }
        for (int factor : new int[] {1, 2, 4}) {
            if (longest <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
