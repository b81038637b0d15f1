package dev.smokerunner.check.release;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds machines that serve the right bytes too late: a page that one file alone keeps from its limit is too slow there for
 * every visitor whom that machine serves. As bad as a page that is too slow everywhere, which another check tells.
 */
final class SlowEdges {
    private static final Kind SLOW = Kind.alone("edge-slow");

    private static final int MOST_EVIDENCE = 10;

    private final PageObservation page;
    private final PlaceSighting site;
    private final Duration limit;
    private final Duration pageLimit;
    private final Map<String, Duration> ofSite = new HashMap<>();

    /**
     * A judgement by limits.
     *
     * @param page the page that findings are told of
     * @param site what the site itself serves, and how fast
     * @param limits how long a page may take
     */
    SlowEdges(PageObservation page, PlaceSighting site, ResponseTimeLimits limits) {
        this.page = page;
        this.site = site;
        this.limit = limits.load();
        this.pageLimit = limits.document().orElse(limits.load());
        site.files()
                .forEach(file -> ofSite.merge(file.file().key(), file.answer().took(), SlowEdges::longer));
    }

    /** What is too slow in a place and not on the site itself. */
    Optional<Detection> about(PlaceSighting place) {
        List<FileSighting> slow = place.place().kind() != Place.Kind.EDGE
                ? List.of()
                : ReleaseStates.needed(place).stream()
                        .filter(file -> file.isLive() && isSlow(file))
                        .toList();
        return slow.isEmpty() ? Optional.empty() : Optional.of(finding(place, slow));
    }

    private Detection finding(PlaceSighting place, List<FileSighting> slow) {
        FileSighting first = slow.get(0);
        String more = slow.size() == 1 ? "" : "; and " + (slow.size() - 1) + " more as slow";
        return Detection.on(page.url(), EdgesCheck.NAME, SLOW, Severity.SEV3, first.url())
                .message(place.place().name() + " is slow: it took " + took(first) + " to serve "
                        + Format.line(first.file().key()) + ", and "
                        + site.place().name() + " took "
                        + Format.duration(here(first)) + more)
                .expected("at most " + Format.duration(limit(first)))
                .actual(took(first))
                .evidence(slow.stream()
                        .skip(1)
                        .limit(MOST_EVIDENCE)
                        .map(file -> Format.line(file.file().key()) + " there: " + took(file) + ", here: "
                                + Format.duration(here(file)))
                        .toList())
                .hint("visitors whom this machine serves wait as long: look at its load, and at its way to the origin")
                .reproduce(Reproduction.time(first.url(), place.place()))
                .build();
    }

    private boolean isSlow(FileSighting file) {
        Duration most = limit(file);
        return file.answer().took().compareTo(most) > 0 && here(file).compareTo(most) <= 0;
    }

    private Duration limit(FileSighting file) {
        return file.file().isPage() || file.url().equals(page.url()) ? pageLimit : limit;
    }

    private Duration here(FileSighting file) {
        return Optional.ofNullable(ofSite.get(file.file().key())).orElse(Duration.ZERO);
    }

    private static String took(FileSighting file) {
        return Format.duration(file.answer().took());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
