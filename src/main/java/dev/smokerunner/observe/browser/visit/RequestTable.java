package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of one visit, as they come and go. Not safe for use by several threads. */
public final class RequestTable {

    /** More requests than any page needs that people wait for; a page that polls in a tight loop makes them. */
    static final int MOST = 5_000;

    /** The most text of URLs and headers that is kept: 5,000 ordinary requests have a tenth of it. */
    static final int MOST_TEXT = 20_000_000;

    private final Map<String, RequestEntry> entries = new LinkedHashMap<>();
    private final Map<URI, List<Asking.Caller>> callers = new HashMap<>();
    private final Openings openings = new Openings();
    private long text;
    private int dropped;
    private long movedOn = Long.MIN_VALUE;

    /**
     * A request that left the browser.
     *
     * @param request what the browser tells
     * @param firstParty whether it goes to the page's own site
     * @param at when its news came, from the start of the navigation
     */
    record Sent(SentRequest request, boolean firstParty, Duration at) {}

    /**
     * A response.
     *
     * @param status its status
     * @param headers its header fields
     * @param fromCache whether it comes from a cache
     */
    public record Answer(int status, Headers headers, boolean fromCache) {}

    /** A request left the browser; one that is known already is told of a second time by another target. */
    void sent(Sent sent) {
        SentRequest request = sent.request();
        if (entries.containsKey(request.id())) {
            return;
        }
        text += request.url().toString().length();
        if (entries.size() < MOST && text < MOST_TEXT) {
            RequestEntry entry = new RequestEntry(sent);
            entries.put(request.id(), entry);
            if (entry.kind() != Kind.DOCUMENT && request.began() < movedOn) {
                entry.failed(RequestError.OF_ANOTHER_PAGE, sent.at());
            }
        } else {
            dropped++;
        }
    }

    /**
     * A request was sent elsewhere.
     *
     * @param to where to
     * @param hop the answer that did so
     * @param isTold whether what came over the wire for that answer is told too, before or after this
     */
    void redirected(String id, URI to, Answer hop, boolean isTold) {
        text += to.toString().length();
        find(id).ifPresent(entry -> entry.redirectedTo(to, hop.status(), isTold));
    }

    /**
     * Code called that address. The first piece of code counts: what asks again is the same mostly, and which of several
     * requests it made nobody says.
     */
    void calledFrom(URI to, List<Asking.Caller> by) {
        if (callers.size() < MOST && !by.isEmpty()) {
            callers.putIfAbsent(to, by);
        }
    }

    void servedFromCache(String id) {
        find(id).ifPresent(RequestEntry::servedFromCache);
    }

    void answered(String id, Answer answer) {
        find(id).ifPresent(entry -> entry.answered(kept(answer)));
    }

    void told(String id, Answer wire) {
        find(id).ifPresent(entry -> entry.told(kept(wire)));
    }

    void completed(String id, long bytes, Duration at) {
        find(id).ifPresent(entry -> entry.completed(bytes, at));
    }

    /** The answer, without its headers where there is no room left for them. */
    private Answer kept(Answer answer) {
        text += answer.headers().fields().toString().length();
        return text < MOST_TEXT ? answer : new Answer(answer.status(), Headers.NONE, answer.fromCache());
    }

    void failed(String id, RequestError error, Duration at) {
        find(id).ifPresent(entry -> entry.failed(error, at));
    }

    private Optional<RequestEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What is known now about each, in the order in which they began. */
    List<BrowserRequest> all() {
        return entries.values().stream().map(this::request).toList();
    }

    /** The page opens something that is no request with an answer. */
    void opens(String id, URI url, Duration at) {
        openings.began(id, url, at);
    }

    void opened(String id) {
        openings.ended(id);
    }

    /** What is being opened, and waited for now. */
    Optional<Awaited> opening(Duration now) {
        return openings.awaited(now);
    }

    /** Those that have not ended. */
    List<BrowserRequest> open() {
        return entries.values().stream()
                .filter(RequestEntry::isOpen)
                .map(this::request)
                .toList();
    }

    /** Those that have not ended and of which nothing says that they are meant to stand open. */
    List<BrowserRequest> awaited() {
        return entries.values().stream()
                .filter(RequestEntry::isOpen)
                .filter(entry -> !entry.isStanding() && !isAskedAgain(entry))
                .map(this::request)
                .toList();
    }

    /** Whether the same was asked and answered before it: then it is asked again and again, to see whether there is news. */
    private boolean isAskedAgain(RequestEntry entry) {
        return entry.kind() == Kind.CALL
                && entries.values().stream()
                        .takeWhile(earlier -> earlier != entry)
                        .anyMatch(earlier -> !earlier.isOpen() && earlier.asksTheSameAs(entry));
    }

    private BrowserRequest request(RequestEntry entry) {
        Optional<String> told = callers(entry).stream().findFirst().map(Asking.Caller::place);
        return entry.request(told);
    }

    /** Where the code stands that made a request; empty where the browser does not know. */
    List<Asking.Caller> callers(String id) {
        return find(id).map(this::callers).orElse(List.of());
    }

    private List<Asking.Caller> callers(RequestEntry entry) {
        return entry.callers().isEmpty() && entry.kind() == Kind.CALL
                ? callers.getOrDefault(entry.url(), List.of())
                : entry.callers();
    }

    /** Whether a call says that it takes nothing but JSON. */
    boolean wantsJson(String id) {
        return find(id).filter(RequestEntry::wantsJson).isPresent();
    }

    /** The last request for the page itself. */
    Optional<BrowserRequest> document() {
        return lastDocument().map(this::request);
    }

    private Optional<RequestEntry> lastDocument() {
        return entries.values().stream()
                .filter(entry -> entry.kind() == Kind.DOCUMENT)
                .reduce((first, second) -> second);
    }

    void documentAnswered(int status) {
        lastDocument().ifPresent(entry -> entry.answered(new Answer(status, Headers.NONE, false)));
    }

    /** Whether the last request for the page itself failed for its status, which is not known yet. */
    boolean documentAwaitsStatus() {
        return lastDocument().filter(RequestEntry::awaitsStatus).isPresent();
    }

    /** Whether the last request for the page itself was given up, so that the page before it stays. */
    boolean documentWasAborted() {
        return lastDocument().filter(RequestEntry::wasAborted).isPresent();
    }

    /**
     * A page came, and if there was one before it, that went on: what it still waited for was called off, of which the
     * browser says nothing, and of some it tells only now that it had been asked. Should one of them be the new page's
     * already, its answer is still heard.
     *
     * @param came when, in milliseconds of the browser's clock
     * @param at when, from the start of the navigation
     */
    void committed(long came, Duration at) {
        List<RequestEntry> documents = entries.values().stream()
                .filter(entry -> entry.kind() == Kind.DOCUMENT)
                .toList();
        if (documents.size() > 1) {
            openings.committed();
            movedOn = came;
            RequestEntry page = documents.get(documents.size() - 1);
            entries.values().stream()
                    .filter(entry -> entry != page && entry.isOpen())
                    .forEach(entry -> entry.failed(RequestError.OF_ANOTHER_PAGE, at));
        }
    }

    /** How many requests there was no room for. */
    int dropped() {
        return dropped;
    }
}
