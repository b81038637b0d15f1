package dev.smokerunner.observe.browser;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.ElementSighting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which a loaded page is ready. */
final class Readiness {

    /**
     * How long the page's own requests are waited for after the load event, in all.
     *
     * <p>A long poll, a fetch on a timer and a stream never end, and nothing tells them from a slow call; lazy chunks and
     * first calls of healthy pages come within a second of the load event.
     */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Set<Kind> NEEDED_WHOLE = Set.of(Kind.DOCUMENT, Kind.FRAME, Kind.SCRIPT, Kind.STYLE, Kind.CALL);

    private Readiness() {}

    /** The first open request of the page's own that its being ready depends on. */
    static Optional<BrowserRequest> awaited(List<BrowserRequest> open, Duration sinceLoad) {
        if (sinceLoad.compareTo(PATIENCE) >= 0) {
            return Optional.empty();
        }
        return open.stream().filter(Readiness::counts).findFirst();
    }

    /**
     * What was still open when patience ended and is no call: a call that stays open is taken for a long poll, but a
     * script or picture that does not come keeps the page from being ready.
     */
    static Optional<BrowserRequest> missing(List<BrowserRequest> open) {
        return open.stream()
                .filter(Readiness::counts)
                .filter(request -> request.kind() != Kind.CALL)
                .findFirst();
    }

    private static boolean counts(BrowserRequest request) {
        return request.firstParty()
                && request.kind() != Kind.STREAM
                && (request.status().isEmpty() || NEEDED_WHOLE.contains(request.kind()));
    }

    /** The first required element that is not there as it should be. */
    static Optional<RequiredElement> absent(List<RequiredElement> required, List<ElementSighting> sightings) {
        for (int i = 0; i < required.size(); i++) {
            if (i >= sightings.size() || !isThere(required.get(i), sightings.get(i))) {
                return Optional.of(required.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(RequiredElement wanted, ElementSighting seen) {
        int number = wanted.visible() ? seen.visible() : seen.matches();
        boolean enough = wanted.count().isPresent() ? number == wanted.count().getAsInt() : number > 0;
        return enough
                && wanted.text()
                        .map(text -> seen.texts().stream().anyMatch(text::isIn))
                        .orElse(true);
    }
}
