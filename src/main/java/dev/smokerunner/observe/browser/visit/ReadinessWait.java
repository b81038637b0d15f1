package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.PageProbe.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits, after the load event, for as long as a page may still become what it should be, within a limit that no page can
 * stretch.
 */
final class ReadinessWait {

    /** How long nothing may be missing before the page counts as ready: a first call follows the load event at once. */
    private static final Duration QUIET = Duration.ofMillis(120);

    /** How often a page is looked at while nothing else happens. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final VisitRequest request;
    private final VisitEvents events;
    private final PageProbe probe;
    private final List<String> selectors;
    private final MissingParts parts;
    private Optional<Duration> nothingMissingSince = Optional.empty();
    private List<Awaited> missing = List.of();

    ReadinessWait(
            VisitRequest request, VisitEvents events, PageProbe probe, List<String> selectors, StandingCalls standing) {
        this.request = request;
        this.events = events;
        this.probe = probe;
        this.selectors = selectors;
        this.parts = new MissingParts(request, events, standing);
    }

    /**
     * How the waiting ended.
     *
     * @param ready when the page was ready, from the start of the navigation; absent where it never was
     * @param hung whether the page stopped answering
     * @param inVain whether it ended before its time, because the page has nothing left that could change it
     * @param settling how long it lasted and what had not come
     */
    record Outcome(Optional<Duration> ready, boolean hung, boolean inVain, Settling settling) {
        /** There was nothing to wait for. */
        static final Outcome NONE = new Outcome(Optional.empty(), false, false, Settling.NONE);
    }

    Outcome await() throws CommandException, InterruptedException {
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            long seen = events.changes();
            if (!isStillLoaded()) {
                return Outcome.NONE;
            }
            Optional<Sight> sight = look();
            Duration now = events.sinceStart();
            missing = sight.map(shown -> parts.in(shown, now)).orElse(List.of(new Awaited.Reply()));
            nothingMissingSince = missing.isEmpty() ? nothingMissingSince.or(() -> Optional.of(now)) : Optional.empty();
            outcome = outcome(now, sight);
            if (outcome.isEmpty()) {
                events.awaitChange(seen, nothingMissingSince.isPresent() ? quiet() : BETWEEN_LOOKS);
            }
        }
        return outcome.get();
    }

    private Optional<Outcome> outcome(Duration now, Optional<Sight> sight) {
        boolean isQuiet = nothingMissingSince
                .filter(since -> now.minus(since).compareTo(quiet()) >= 0)
                .isPresent();
        boolean isInVain = !missing.isEmpty() && sight.filter(this::isFinal).isPresent();
        boolean isLate = !missing.isEmpty() && timeLeft().isNegative();
        if (!isQuiet && !isInVain && !isLate) {
            return Optional.empty();
        }
        Settling settling = new Settling(now, missing);
        return Optional.of(new Outcome(
                isQuiet ? nothingMissingSince : Optional.empty(), sight.isEmpty(), isInVain && !isLate, settling));
    }

    /**
     * A page that loads itself again and again seems ready in between, the longer the busier the machine is: each time that a
     * page went on to another one, the next one is believed later.
     */
    private Duration quiet() {
        int navigations = Math.max(1, events.tab(TabState::navigations));
        return QUIET.multipliedBy((long) navigations * navigations);
    }

    /** Whether a page has nothing left that could change it: no open request, no script that runs. */
    private boolean isFinal(Sight sight) {
        return sight.isStill()
                && events.network(RequestTable::open).isEmpty()
                && events.network(RequestTable::all).stream().noneMatch(Readiness::mayRun)
                && missing.stream().noneMatch(Awaited.Redirect.class::isInstance);
    }

    /** A page that went on to another one is waited for again. */
    private boolean isStillLoaded() throws InterruptedException {
        if (!events.tab(TabState::isLoaded)) {
            events.awaitDecision(request.loadLimit());
            parts.loaded(events.sinceStart());
            nothingMissingSince = Optional.empty();
        }
        return events.tab(TabState::isLoaded)
                && !events.tab(TabState::isGone)
                && !events.tab(TabState::isKeptByDialogs)
                && !events.tab(TabState::keepsNavigating);
    }

    /** What the page shows; absent where it does not answer, as one that goes on to another page while it is asked. */
    private Optional<Sight> look() throws CommandException {
        Duration limit = timeLeft().compareTo(PageVisit.ANSWER) > 0 ? timeLeft() : PageVisit.ANSWER;
        try {
            return Optional.of(probe.elements(selectors, limit));
        } catch (CommandException silent) {
            if (silent.kind() == Kind.CLOSED) {
                throw silent;
            }
            return Optional.empty();
        }
    }

    /** What is left of the time in which the page may become ready. */
    private Duration timeLeft() {
        return request.readyLimit().minus(events.sinceStart());
    }
}
