package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.visit.PageProbe.Sight;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a loaded page still lacks to be what it should be. */
final class MissingParts {

    /**
     * How long a call of the page's own is waited for before its code is looked at for whether it ever ends: first calls of
     * healthy pages are answered within a second of the load event.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** For a navigation to begin once it is due. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final VisitRequest request;
    private final VisitEvents events;
    private final StandingCalls standing;
    private Duration loadedAt;

    MissingParts(VisitRequest request, VisitEvents events, StandingCalls standing) {
        this.request = request;
        this.events = events;
        this.standing = standing;
        this.loadedAt = events.sinceStart();
    }

    /** Another page was loaded. */
    void loaded(Duration at) {
        loadedAt = at;
    }

    /** What is missing in what a page shows, what matters most first. */
    List<Awaited> in(Sight sight, Duration now) {
        PageTimers.Look look = new PageTimers.Look(sight.size(), sight.textMark(), sight.isBusy());
        Optional<Awaited> timer = events.timers(timers -> timers.awaited(look, now, request.readyLimit()))
                .or(() -> firstQuestion(now));
        List<Awaited> missing = new ArrayList<>();
        answer(now).ifPresent(missing::add);
        Readiness.absent(request.required(), sight.sightings())
                .map(element -> new Awaited.Element(element.css()))
                .ifPresent(missing::add);
        if (!sight.isShown() || !sight.lock().isEmpty()) {
            missing.add(new Awaited.Content());
        }
        redirect(sight, now).ifPresent(missing::add);
        events.network(requests -> requests.opening(now)).ifPresent(missing::add);
        timer.ifPresent(missing::add);
        return missing;
    }

    private Optional<Awaited> answer(Duration now) {
        return events.network(RequestTable::awaited).stream()
                .filter(Readiness::dependsOn)
                .filter(open -> !isLong(open, now) || !Readiness.isEndless(open) && !standing.contain(open))
                .findFirst()
                .map(open -> new Awaited.Answer(open.id(), open.url()));
    }

    /** Data that a timer will ask for, by code that has not asked before. */
    private Optional<Awaited> firstQuestion(Duration now) {
        return events.timers(timers -> timers.asking(now, request.readyLimit())).stream()
                .filter(code -> !standing.haveCome(code))
                .findFirst()
                .map(code -> new Awaited.Timer());
    }

    private boolean isLong(BrowserRequest open, Duration now) {
        Duration since = loadedAt.compareTo(open.startedAfter()) > 0 ? loadedAt : open.startedAfter();
        return now.minus(since).compareTo(PATIENCE) >= 0;
    }

    private Optional<Awaited> redirect(Sight sight, Duration now) {
        URI page = sight.url();
        String header = events.document()
                .flatMap(document -> document.headers().first("refresh"))
                .orElse("");
        return PageRefresh.of(sight.refresh(), page)
                .or(() -> PageRefresh.of(header, page))
                .map(PageRefresh::after)
                .filter(after -> isBetween(now, loadedAt.plus(after)))
                .map(Awaited.Redirect::new);
    }

    private boolean isBetween(Duration now, Duration due) {
        return now.compareTo(due.plus(SLACK)) < 0 && due.compareTo(request.readyLimit()) < 0;
    }
}
