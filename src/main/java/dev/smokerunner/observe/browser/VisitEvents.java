package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Dialog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** All that was reported about one visit so far; events come on one thread while another waits for them. */
final class VisitEvents {
    private final Tab tab;
    private final long startNanos;
    private final RequestTable requests = new RequestTable();
    private final MessageBook messages = new MessageBook();
    private final TabState state = new TabState();
    private final NetworkEvents network;
    private final MessageEvents log;
    private final PageTimers timers = new PageTimers();
    private final DialogBook dialogs = new DialogBook();
    private final CompletableFuture<Fields> end = new CompletableFuture<>();
    private String download = "";
    private String refusal = "";
    private boolean brokenOff;
    private long pageBegan;
    private long changes;

    /**
     * Begins to record.
     *
     * @param tab the tab in which it happens
     * @param request what is visited
     * @param startNanos when the navigation began, by {@link System#nanoTime()}
     */
    VisitEvents(Tab tab, VisitRequest request, long startNanos) {
        this.tab = tab;
        this.startNanos = startNanos;
        this.network = new NetworkEvents(requests, tab.frame(), request.firstParty());
        this.log = new MessageEvents(messages);
    }

    synchronized void accept(DevToolsEvent event) {
        if (isDownload(event)) {
            download = event.params().textOr("suggestedFilename", "?");
        } else if (isEndOfTab(event)) {
            state.gone();
            end.completeExceptionally(new DevToolsException(DevToolsException.Kind.REFUSED, "the tab is gone"));
        } else if (!state.hasFailed() || isAnswer(event)) {
            // After a failure all else is about the browser's own error page.
            dispatch(event);
        }
        changed();
    }

    private boolean isDownload(DevToolsEvent event) {
        return event.method().equals("Browser.downloadWillBegin") && isAboutTab(event.params());
    }

    private boolean isAboutTab(Fields params) {
        return params.textOr("frameId", "").equals(tab.frame());
    }

    private boolean isEndOfTab(DevToolsEvent event) {
        boolean crashed = event.method().equals("Inspector.targetCrashed")
                && event.session().equals(tab.session());
        boolean closed = event.method().equals("Target.detachedFromTarget")
                && event.params().textOr("sessionId", "").equals(tab.session().id());
        return crashed || closed;
    }

    /** The news that a navigation failed may overtake those of the answer for which it did. */
    private static boolean isAnswer(DevToolsEvent event) {
        return isAboutNetwork(event) && !event.method().equals("Network.requestWillBeSent");
    }

    private static boolean isAboutNetwork(DevToolsEvent event) {
        return event.method().startsWith("Network.");
    }

    private void dispatch(DevToolsEvent event) {
        if (isAboutNetwork(event)) {
            network(event);
        } else if (event.method().startsWith("Page.")) {
            page(event);
        } else if (event.method().equals("Runtime.bindingCalled")) {
            timers.accept(event.params(), sinceStart());
            dialogs.accept(event.params());
        } else {
            log.accept(event);
        }
    }

    private void network(DevToolsEvent event) {
        network.accept(event, sinceStart());
        if (NetworkEvents.isNavigation(event, tab.frame())) {
            // Older browsers do not tell that a navigation starts.
            state.navigationStarted(event.params().textOr("loaderId", ""));
        } else if (event.method().equals("Network.loadingFailed")) {
            // An abort leaves the page where it was: a download, no content, another program's address.
            boolean pageStays = NetworkEvents.error(event.params()).isAbort();
            state.navigationFailed(event.params().textOr("requestId", ""), pageStays);
        }
    }

    private void page(DevToolsEvent event) {
        Fields params = event.params();
        switch (event.method()) {
            case "Page.frameStartedNavigating" -> startedNavigating(params);
            case "Page.lifecycleEvent" -> lifecycle(params);
            case "Page.frameNavigated" -> navigated(params.in("frame"));
            case "Page.javascriptDialogOpening" -> dialog(params);
            default -> {
                // No other event changes where the tab stands.
            }
        }
    }

    private void startedNavigating(Fields params) {
        boolean sameDocument =
                params.textOr("navigationType", "").toLowerCase(Locale.ROOT).contains("samedocument");
        if (isAboutTab(params) && !sameDocument) {
            state.navigationStarted(params.textOr("loaderId", ""));
        }
    }

    private void lifecycle(Fields params) {
        if (isAboutTab(params)) {
            switch (params.textOr("name", "")) {
                case "init" -> pageBegan = NetworkEvents.millis(params);
                case "load" -> state.loaded(params.textOr("loaderId", ""));
                default -> {
                    // Its other ages are of no account.
                }
            }
        }
    }

    private void navigated(Fields frame) {
        String id = frame.textOr("loaderId", "");
        if (!frame.textOr("id", "").equals(tab.frame())) {
            return;
        }
        if (frame.has("unreachableUrl")) {
            state.navigationFailed(id, false);
        } else {
            state.committed(id);
            requests.committed(pageBegan, sinceStart());
            timers.committed();
        }
    }

    private void dialog(Fields params) {
        dialogs.opened(params, sinceStart());
        if (dialogs.isEndless()) {
            state.keepsAsking();
        }
    }

    /**
     * The command to navigate had an error for an answer.
     *
     * @param why the browser's words
     */
    synchronized void refused(String why) {
        refusal = why;
        state.refused();
        changed();
    }

    /** The browser's words where it refused to navigate; empty otherwise. */
    synchronized String refusal() {
        return refusal;
    }

    /** The connection is gone: nothing more will come. */
    synchronized void breakOff() {
        brokenOff = true;
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Fails when the tab is gone. */
    CompletableFuture<Fields> end() {
        return end;
    }

    /** Time since the navigation began. */
    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Waits until the tab is decided or the time, counted from the start of the navigation, is over. */
    synchronized void awaitDecision(Duration until) throws InterruptedException {
        while (!state.isDecided() && !brokenOff && sinceStart().compareTo(until) < 0) {
            wait(millisTo(until));
        }
    }

    /** Waits until something happens, at most so long. */
    synchronized void awaitChange(long seen, Duration longest) throws InterruptedException {
        Duration until = sinceStart().plus(longest);
        while (changes == seen && !brokenOff && sinceStart().compareTo(until) < 0) {
            wait(millisTo(until));
        }
    }

    /** After a navigation that failed: waits for the news, which may come last, that it was a download, or its status. */
    synchronized void awaitAftermath(Duration longest) throws InterruptedException {
        Duration until = sinceStart().plus(longest);
        while ((requests.documentWasAborted() && download.isEmpty() || requests.documentAwaitsStatus())
                && !brokenOff
                && sinceStart().compareTo(until) < 0) {
            wait(millisTo(until));
        }
    }

    /** Whether the document failed for its status, of which no event told. */
    synchronized boolean awaitsStatus() {
        return requests.documentAwaitsStatus();
    }

    synchronized void documentAnswered(int status) {
        requests.documentAnswered(status);
    }

    /** At least one: zero would mean for ever. */
    private long millisTo(Duration until) {
        return Math.max(1, until.minus(sinceStart()).toMillis());
    }

    /** A number that grows with each event. */
    synchronized long changes() {
        return changes;
    }

    synchronized <T> T tab(Function<TabState, T> question) {
        return question.apply(state);
    }

    synchronized boolean isBrokenOff() {
        return brokenOff;
    }

    synchronized Optional<String> download() {
        return download.isEmpty() ? Optional.empty() : Optional.of(download);
    }

    synchronized Optional<BrowserRequest> document() {
        return requests.document();
    }

    synchronized List<BrowserRequest> openRequests() {
        return requests.open();
    }

    synchronized <T> T network(Function<RequestTable, T> question) {
        return question.apply(requests);
    }

    synchronized <T> T timers(Function<PageTimers, T> question) {
        return question.apply(timers);
    }

    synchronized List<BrowserRequest> requests() {
        return requests.all();
    }

    synchronized List<BrowserMessage> messages() {
        return messages.all();
    }

    synchronized List<Dialog> dialogs() {
        return dialogs.all();
    }

    /** When the last dialog opened; absent where none did. */
    synchronized Optional<Duration> lastDialog() {
        return dialogs.last();
    }

    /** What did not fit. */
    synchronized List<String> overflow() {
        List<String> notes = new ArrayList<>();
        if (requests.dropped() > 0) {
            notes.add(requests.dropped() + " more requests were not recorded");
        }
        if (messages.dropped() > 0) {
            notes.add(messages.dropped() + " more messages were not recorded");
        }
        return notes;
    }
}
