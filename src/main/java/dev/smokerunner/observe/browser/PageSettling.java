package dev.smokerunner.observe.browser;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observe.browser.DevToolsException.Kind;
import dev.smokerunner.observe.browser.PageProbe.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits, after the load event, until a page is ready, within bounds that no page can stretch. */
final class PageSettling {

    /** How long nothing may be missing before the page counts as ready: a first call follows the load event at once. */
    private static final Duration QUIET = Duration.ofMillis(120);

    /** How often required elements are looked for while nothing else happens. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final VisitRequest request;
    private final VisitEvents events;
    private final PageProbe probe;
    private final List<String> selectors;
    private List<ElementSighting> sightings = List.of();
    private boolean isStill;
    private Optional<Duration> nothingMissingSince = Optional.empty();
    private Duration loadedAt;

    PageSettling(VisitRequest request, VisitEvents events, PageProbe probe, List<String> selectors) {
        this.request = request;
        this.events = events;
        this.probe = probe;
        this.selectors = selectors;
        this.loadedAt = events.sinceStart();
    }

    /**
     * How the waiting ended.
     *
     * @param ready when the page was ready, from the start of the navigation; absent where it never was
     * @param hung whether the page stopped answering
     * @param notes what kept it
     */
    record Outcome(Optional<Duration> ready, boolean hung, List<String> notes) {}

    Outcome await() throws DevToolsException, InterruptedException {
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            long seen = events.changes();
            if (!isStillLoaded()) {
                return new Outcome(Optional.empty(), false, List.of());
            }
            boolean answered = look();
            Duration now = events.sinceStart();
            Optional<String> obstacle = answered ? obstacle(now) : Optional.of("the page did not answer");
            nothingMissingSince =
                    obstacle.isPresent() ? Optional.empty() : nothingMissingSince.or(() -> Optional.of(now));
            outcome = outcome(now, answered, obstacle);
            if (outcome.isEmpty()) {
                events.awaitChange(seen, nothingMissingSince.isPresent() ? QUIET : BETWEEN_LOOKS);
            }
        }
        return outcome.get();
    }

    private Optional<Outcome> outcome(Duration now, boolean answered, Optional<String> obstacle) {
        boolean quiet = nothingMissingSince
                .filter(since -> now.minus(since).compareTo(QUIET) >= 0)
                .isPresent();
        if (quiet) {
            return nothingMissingSince.map(this::settled);
        }
        boolean inVain = obstacle.isPresent()
                && answered
                && isStill
                && events.openRequests().isEmpty();
        if (inVain) {
            return Optional.of(new Outcome(
                    Optional.empty(),
                    false,
                    List.of("did not wait longer: the page has no script that could change it")));
        }
        boolean late = obstacle.isPresent() && timeLeft().isNegative();
        return late
                ? Optional.of(new Outcome(
                        Optional.empty(), !answered, obstacle.stream().toList()))
                : Optional.empty();
    }

    /** A page that went on to another one is waited for again. */
    private boolean isStillLoaded() throws InterruptedException {
        if (!events.tab(TabState::isLoaded)) {
            events.awaitDecision(request.loadLimit());
            loadedAt = events.sinceStart();
        }
        return events.tab(TabState::isLoaded)
                && !events.tab(TabState::isGone)
                && !events.tab(TabState::keepsNavigating);
    }

    /** Whether the page answered; a page that goes on to another one while it is asked does not. */
    private boolean look() throws DevToolsException {
        Duration limit = timeLeft().compareTo(PageVisit.ANSWER) > 0 ? timeLeft() : PageVisit.ANSWER;
        try {
            Sight sight = probe.elements(selectors, limit);
            sightings = sight.sightings();
            isStill = sight.isStill()
                    && events.requests().stream().noneMatch(r -> r.kind() == BrowserRequest.Kind.SCRIPT);
            return true;
        } catch (DevToolsException silent) {
            if (silent.kind() == Kind.CLOSED) {
                throw silent;
            }
            return false;
        }
    }

    /** What is left of the time in which required elements may come. */
    private Duration timeLeft() {
        return request.readyLimit().minus(events.sinceStart());
    }

    private Optional<String> obstacle(Duration now) {
        Optional<BrowserRequest> awaited = Readiness.awaited(events.openRequests(), now.minus(loadedAt));
        Optional<RequiredElement> absent = Readiness.absent(request.required(), sightings);
        return awaited.map(open -> "waited for " + open.url())
                .or(() -> absent.map(element ->
                        "waited " + request.readyLimit().toMillis() + " ms for the element \"" + element.css() + "\""));
    }

    private Outcome settled(Duration since) {
        List<String> notes = new ArrayList<>();
        List<BrowserRequest> open = events.openRequests();
        Readiness.awaited(open, Duration.ZERO)
                .ifPresent(request -> notes.add("did not wait longer than " + Readiness.PATIENCE.toMillis()
                        + " ms after the load event for " + request.url()));
        boolean whole = Readiness.missing(open).isEmpty();
        return new Outcome(whole ? Optional.of(since) : Optional.empty(), false, notes);
    }
}
