package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observe.browser.VisitRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that was reported about one visit so far; events come on one thread while another waits for them. */
public final class VisitEvents implements TabListener {
    private final Predicate<URI> firstParty;
    private final long startNanos;
    private final RequestTable requests = new RequestTable();
    private final MessageBook messages;
    private final TabState state = new TabState();
    private final PageTimers timers = new PageTimers();
    private final DialogBook dialogs = new DialogBook();
    private String download = "";
    private String refusal = "";
    private boolean brokenOff;
    private long changes;

    /**
     * Begins to record; the navigation begins now.
     *
     * @param request what is visited
     * @param language what the browser's messages mean
     */
    public VisitEvents(VisitRequest request, MessageLanguage language) {
        this(request.firstParty(), language);
    }

    private VisitEvents(Predicate<URI> firstParty, MessageLanguage language) {
        this.firstParty = firstParty;
        this.messages = new MessageBook(language);
        this.startNanos = System.nanoTime();
    }

    /** Begins to record a step of a log-in. */
    public static VisitEvents ofLogIn(URI page, MessageLanguage language) {
        return new VisitEvents(url -> String.valueOf(page.getHost()).equals(url.getHost()), language);
    }

    @Override
    public synchronized void sent(SentRequest request) {
        if (isAboutPage()) {
            requests.sent(new RequestTable.Sent(request, firstParty.test(request.url()), sinceStart()));
        }
        stirred();
    }

    /** After a failure all but the answers is about the browser's own error page; those the news of it may overtake. */
    private boolean isAboutPage() {
        return !state.hasFailed();
    }

    @Override
    public synchronized void redirected(String request, URI to, RequestTable.Answer hop, boolean isTold) {
        if (isAboutPage()) {
            requests.redirected(request, to, hop, isTold);
        }
        stirred();
    }

    @Override
    public synchronized void calledFrom(URI url, List<Asking.Caller> callers) {
        requests.calledFrom(url, callers);
        stirred();
    }

    @Override
    public synchronized void servedFromCache(String request) {
        requests.servedFromCache(request);
        stirred();
    }

    @Override
    public synchronized void answered(String request, RequestTable.Answer answer) {
        requests.answered(request, answer);
        stirred();
    }

    @Override
    public synchronized void told(String request, RequestTable.Answer wire) {
        requests.told(request, wire);
        stirred();
    }

    @Override
    public synchronized void completed(String request, long bytes) {
        requests.completed(request, bytes, sinceStart());
        stirred();
    }

    @Override
    public synchronized void failed(String request, RequestError error) {
        requests.failed(request, error, sinceStart());
        // An abort leaves the page where it was: a download, no content, another program's address.
        state.navigationFailed(request, error.isAbort());
        stirred();
    }

    @Override
    public synchronized void opens(String id, URI url) {
        if (isAboutPage() && firstParty.test(url)) {
            requests.opens(id, url, sinceStart());
        }
        stirred();
    }

    @Override
    public synchronized void opened(String id) {
        requests.opened(id);
        stirred();
    }

    @Override
    public synchronized void said(MessageBook.Said said) {
        if (isAboutPage()) {
            messages.add(said);
        }
        stirred();
    }

    @Override
    public synchronized void tookBack(String text) {
        messages.tookBack(text);
        stirred();
    }

    @Override
    public synchronized void navigationStarted(String navigation) {
        state.navigationStarted(navigation);
        stirred();
    }

    @Override
    public synchronized void navigationFailed(String navigation) {
        state.cameToErrorPage(navigation);
        stirred();
    }

    @Override
    public synchronized void committed(String navigation, long began) {
        if (isAboutPage()) {
            state.committed(navigation);
            requests.committed(began, sinceStart());
            timers.committed();
        }
        stirred();
    }

    @Override
    public synchronized void loaded(String navigation) {
        state.loaded(navigation);
        stirred();
    }

    @Override
    public synchronized void downloads(String fileName) {
        download = fileName;
        stirred();
    }

    @Override
    public synchronized void dialogOpened(String kind, String text) {
        if (isAboutPage()) {
            dialogs.opened(kind, text, sinceStart());
            if (dialogs.isEndless()) {
                state.keepsAsking();
            }
        }
        stirred();
    }

    @Override
    public synchronized void called(String function, String payload) {
        if (isAboutPage()) {
            timers.accept(function, payload, sinceStart());
            dialogs.accept(function, payload);
        }
        stirred();
    }

    @Override
    public synchronized void gone() {
        state.gone();
        stirred();
    }

    @Override
    public synchronized void refused(String why) {
        refusal = why;
        state.refused();
        stirred();
    }

    /** The browser's words where it refused to navigate; empty otherwise. */
    synchronized String refusal() {
        return refusal;
    }

    @Override
    public synchronized void breakOff() {
        brokenOff = true;
        stirred();
    }

    @Override
    public synchronized void stirred() {
        changes++;
        notifyAll();
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

    synchronized <T> T network(Function<RequestTable, T> question) {
        return question.apply(requests);
    }

    synchronized <T> T timers(Function<PageTimers, T> question) {
        return question.apply(timers);
    }

    synchronized <T> T messages(Function<MessageBook, T> question) {
        return question.apply(messages);
    }

    synchronized List<Dialog> dialogs() {
        return dialogs.all();
    }

    /** When the last dialog opened; absent where none did. */
    synchronized Optional<Duration> lastDialog() {
        return dialogs.last();
    }
}
