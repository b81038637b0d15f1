package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.PageProbe.Sight;
import dev.smokerunner.result.Screenshot;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One visit from navigation to record: waits for the page, then looks at it. */
public final class PageVisit {

    /**
     * The least time that a page gets to answer before it counts as hung. A slow machine needs a second; one with ten
     * times as much to do as it can was seen to need three.
     */
    static final Duration ANSWER = Duration.ofSeconds(5);

    /** Enough for what follows a failure to be told; it comes at once, but on a busy machine at once takes its time. */
    private static final Duration AFTERMATH = Duration.ofSeconds(1);

    /** What nags does so at least each second; longer, for a busy machine. */
    private static final Duration BETWEEN_DIALOGS = Duration.ofMillis(1500);

    /** A page may load itself again once, e.g. to set a cookie. */
    private static final int MOST_RETURNS = 3;

    /** The endings after which there is a page that can be asked. */
    private static final Set<Ending> ANSWERING = Set.of(Ending.LOADED, Ending.NOT_LOADED, Ending.KEEPS_NAVIGATING);

    private final Tab tab;
    private final VisitRequest request;
    private final VisitEvents events;
    private final PageProbe probe;
    private final StandingCalls calls;
    private final List<String> selectors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private ReadinessWait.Outcome settled = ReadinessWait.Outcome.NONE;

    /**
     * Prepares a visit.
     *
     * @param tab an empty tab
     * @param request what to look at
     * @param events what is reported about the tab
     */
    public PageVisit(Tab tab, VisitRequest request, VisitEvents events) {
        this.tab = tab;
        this.request = request;
        this.events = events;
        this.probe = new PageProbe(tab, request.required().size());
        this.calls = new StandingCalls(events, new ResponseText(tab));
        request.required().forEach(element -> selectors.add(element.css()));
        selectors.addAll(request.forbidden());
    }

    /**
     * Looks at the page.
     *
     * @throws CommandException if the connection to the browser is gone
     */
    public BrowserVisit run() throws CommandException, InterruptedException {
        tab.navigate(request.url());
        BrowserVisit visit = awaitAndLook();
        while (visit.ending() == Ending.LOADED && events.tab(TabState::isLeaving)) {
            visit = awaitAndLook();
        }
        return visit;
    }

    /** A page may leave while it is looked at, as one that loads itself again does: then the next one is looked at. */
    private BrowserVisit awaitAndLook() throws CommandException, InterruptedException {
        notes.clear();
        events.awaitDecision(request.loadLimit());
        Ending ending = ending();
        if (ending == Ending.LOADED) {
            settled = new ReadinessWait(request, events, probe, selectors, calls).await();
            notes.addAll(EndingFormat.of(settled, events.network(RequestTable::open)));
            awaitFurtherDialogs();
            ending = settled.hung() ? endingOfSilence() : ending();
        }
        return record(ending);
    }

    /** A page that has opened a dialog may open it again and again: only then somebody has to wait for that. */
    private void awaitFurtherDialogs() throws InterruptedException {
        Optional<Duration> until = nextDialog();
        while (until.filter(end -> events.sinceStart().compareTo(end) < 0).isPresent()
                && !events.isBrokenOff()
                && !events.tab(TabState::isKeptByDialogs)) {
            events.awaitChange(events.changes(), BETWEEN_DIALOGS);
            until = nextDialog();
        }
    }

    /** Until when one more dialog may come. */
    private Optional<Duration> nextDialog() {
        return events.lastDialog()
                .map(last -> last.plus(BETWEEN_DIALOGS))
                .map(end -> end.compareTo(request.readyLimit()) < 0 ? end : request.readyLimit());
    }

    private Ending ending() throws CommandException, InterruptedException {
        if (events.isBrokenOff()) {
            throw new CommandException(Kind.CLOSED, "the connection to the browser broke");
        }
        if (events.tab(TabState::isGone)) {
            return Ending.CRASHED;
        }
        if (events.tab(TabState::isKeptByDialogs)) {
            return Ending.KEEPS_ASKING;
        }
        if (events.tab(TabState::keepsNavigating)) {
            return Ending.KEEPS_NAVIGATING;
        }
        if (events.tab(TabState::hasFailed)) {
            events.awaitAftermath(AFTERMATH);
            askForStatus();
            return events.download().isPresent() ? Ending.DOWNLOAD : Ending.NOT_NAVIGATED;
        }
        if (events.tab(TabState::isLoaded)) {
            return SandboxPolicy.forbidsScripts(events.document()) ? Ending.SCRIPTLESS : Ending.LOADED;
        }
        return events.tab(TabState::hasPage) ? Ending.NOT_LOADED : Ending.NOT_NAVIGATED;
    }

    /** Of an answer that is refused for its status Chromium does not always tell more than that. */
    private void askForStatus() {
        if (events.network(RequestTable::documentAwaitsStatus)) {
            try {
                probe.status(ANSWER).ifPresent(events::documentAnswered);
            } catch (CommandException silent) {
                notes.add("the browser does not say with which status the page answered");
            }
        }
    }

    private BrowserVisit record(Ending reached) throws CommandException, InterruptedException {
        Optional<Sight> sight = ANSWERING.contains(reached) ? look() : Optional.empty();
        Ending ending = sight.isEmpty() && ANSWERING.contains(reached) ? endingOfSilence() : corrected(reached, sight);
        Captured<Screenshot> picture = ANSWERING.contains(ending)
                ? new TabPicture(tab).take()
                : Captured.unseen(EndingFormat.noPicture(ending), Fault.TARGET);
        if (events.isBrokenOff()) {
            throw new CommandException(Kind.CLOSED, "the connection to the browser broke");
        }
        Captured<String> source = new ResponseText(tab).of(events.document());
        Set<String> byPages = ANSWERING.contains(ending) ? calls.answeredByPages() : Set.of();
        return new VisitRecord(events, request, source, byPages).of(ending, sight, picture, settled, notes);
    }

    private Optional<Sight> look() throws CommandException {
        try {
            Duration left = request.readyLimit().minus(events.sinceStart());
            return Optional.of(probe.everything(selectors, left.compareTo(ANSWER) > 0 ? left : ANSWER));
        } catch (CommandException silent) {
            if (silent.kind() == Kind.CLOSED) {
                throw silent;
            }
            return Optional.empty();
        }
    }

    /** The page itself knows best: a page that says a great deal delays the news of its load event. */
    private Ending corrected(Ending reached, Optional<Sight> sight) {
        boolean loadedInTime = sight.flatMap(s -> s.time("load"))
                .filter(load -> load.compareTo(request.loadLimit()) <= 0)
                .isPresent();
        return reached == Ending.NOT_LOADED && loadedInTime ? Ending.LOADED : reached;
    }

    /** A page that was there and does not answer: either it went on, or it is gone, or it hangs. */
    private Ending endingOfSilence() throws CommandException, InterruptedException {
        Ending now = ending();
        if (now != Ending.LOADED && now != Ending.NOT_LOADED) {
            return now;
        }
        return goesRound() ? Ending.KEEPS_NAVIGATING : Ending.HUNG;
    }

    /** Whether the page came back to one address often enough that nobody could ask it anything. */
    private boolean goesRound() {
        Map<URI, Long> times = events.network(RequestTable::all).stream()
                .filter(request -> request.kind() == BrowserRequest.Kind.DOCUMENT)
                .collect(Collectors.groupingBy(BrowserRequest::finalUrl, Collectors.counting()));
        return times.values().stream().anyMatch(count -> count >= MOST_RETURNS);
    }
}
