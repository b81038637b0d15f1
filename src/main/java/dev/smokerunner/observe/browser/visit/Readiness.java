package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.ElementSighting;
import java.util.List;
import java.util.Optional;

/** The rules by which a loaded page is ready. */
final class Readiness {
    private Readiness() {}

    /**
     * Whether a page's being ready depends on an open request: one of the page's own, and no sound or film, which is read
     * on while it plays.
     */
    static boolean dependsOn(BrowserRequest open) {
        return open.firstParty() && (open.kind() != Kind.OTHER || open.status().isEmpty());
    }

    /** Whether an answer has begun whose end nobody announced, as streams begin. */
    static boolean isEndless(BrowserRequest open) {
        return open.kind() == Kind.CALL
                && open.status().isPresent()
                && open.headers().first("content-length").isEmpty();
    }

    /** Whether a script that was asked for runs, or may still. */
    static boolean mayRun(BrowserRequest request) {
        return request.kind() == Kind.SCRIPT && (request.isOpen() || request.isOk());
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
                && !(wanted.visible() && seen.isShutOff())
                && wanted.text()
                        .map(text -> seen.texts().stream().anyMatch(text::isIn))
                        .orElse(true);
    }
}
