package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.result.Timings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long a page may take, with room above what it took.
 *
 * <p>Five times the slowest visit, in whole seconds, but never less than 2 s for the document and 5 s for the page: healthy pages
 * of a few hundred milliseconds were seen to take four times as long while the machine that looked was busy. And never more than
 * the usual limit of 10 s, which the review of the incident asked for.
 *
 * @param document until the document's last byte; absent where five times would be more than the usual limit
 * @param load until the load event
 * @param ready until it can be used
 * @param why how long it took
 */
public record ResponseTimeDraft(Optional<Duration> document, Duration load, Duration ready, String why) {
    private static final int ROOM = 5;
    private static final Duration LEAST_DOCUMENT = Duration.ofSeconds(2);
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = ResponseTimeLimits.DEFAULT.load();

    /** Rejects null. */
    public ResponseTimeDraft {
        requireNonNull(document);
        requireNonNull(load);
        requireNonNull(ready);
        requireNonNull(why);
    }

    static ResponseTimeDraft of(VisitedPage page) {
        List<Timings> timings = page.byBrowser().map(BrowserVisit::timings).toList();
        return new ResponseTimeDraft(
                slowest(timings, Timings::document)
                        .map(time -> limit(time, LEAST_DOCUMENT))
                        .filter(limit -> limit.compareTo(MOST) < 0),
                slowest(timings, Timings::load).map(time -> limit(time, LEAST)).orElse(MOST),
                slowest(timings, Timings::ready).map(time -> limit(time, LEAST)).orElse(MOST),
                "ready after "
                        + timings.stream()
                                .flatMap(timing -> timing.ready().stream())
                                .map(ready -> ready.toMillis() + " ms")
                                .collect(Collectors.joining(", ")));
    }

    private static Optional<Duration> slowest(List<Timings> timings, Function<Timings, Optional<Duration>> which) {
        return timings.stream().flatMap(timing -> which.apply(timing).stream()).max(Comparator.naturalOrder());
    }

    private static Duration limit(Duration slowest, Duration least) {
        Duration room =
                Duration.ofSeconds(slowest.multipliedBy(ROOM).plusMillis(999).toSeconds());
        Duration enough = room.compareTo(least) < 0 ? least : room;
        return enough.compareTo(MOST) > 0 ? MOST : enough;
    }
}
