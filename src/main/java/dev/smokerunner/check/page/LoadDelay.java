package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What held up a page's load event beyond its limit.
 *
 * @param isLate whether it came late or never
 * @param firstParty the requests to the page's own site that were open at the limit, the slowest first
 * @param thirdParty the requests to others that were, the slowest first
 */
record LoadDelay(boolean isLate, List<BrowserRequest> firstParty, List<BrowserRequest> thirdParty) {
    /** What a load event does not wait for. */
    private static final Set<Kind> NOT_AWAITED = EnumSet.of(Kind.CALL, Kind.BEACON, Kind.STREAM, Kind.MANIFEST);

    /** What held up this visit's load event. */
    static LoadDelay of(BrowserVisit visit, ResponseTimeLimits limits) {
        Duration limit = limits.load();
        boolean never = visit.ending() == BrowserVisit.Ending.NOT_LOADED;
        boolean late =
                visit.timings().load().filter(load -> load.compareTo(limit) > 0).isPresent();
        List<BrowserRequest> open = visit.requests().stream()
                .filter(request -> !NOT_AWAITED.contains(request.kind()))
                .filter(request -> isOpenAt(request, limit) || never && request.isOpen())
                .sorted(Comparator.comparing(LoadDelay::time).reversed())
                .toList();
        return new LoadDelay(
                never || late,
                open.stream().filter(BrowserRequest::firstParty).toList(),
                open.stream().filter(request -> !request.firstParty()).toList());
    }

    /** Whether nothing but other sites' requests held it up. */
    boolean isThirdPartyOnly() {
        return isLate && firstParty.isEmpty() && !thirdParty.isEmpty();
    }

    /** How long a request took, in words. */
    static String words(BrowserRequest request) {
        return request.url() + ": "
                + request.took()
                        .map(took -> "took " + Format.duration(took))
                        .orElse("asked for after " + Format.duration(request.startedAfter()) + ", and still open");
    }

    private static boolean isOpenAt(BrowserRequest request, Duration limit) {
        return request.startedAfter().plus(time(request)).compareTo(limit) > 0;
    }

    private static Duration time(BrowserRequest request) {
        if (request.isOpen()) {
            return Duration.ofDays(1);
        }
        return request.took().orElse(Duration.ZERO);
    }
}
