package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Redirect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** One request while it is under way. */
final class RequestEntry {
    /** Types of answers that go on for as long as there is news. */
    private static final Set<String> STREAMS =
            Set.of("text/event-stream", "application/x-ndjson", "multipart/x-mixed-replace");

    /** The value of a query's parameter. */
    private static final Pattern VALUES = Pattern.compile("=[^&#]*");

    private final RequestTable.Sent sent;
    private final List<Redirect> redirects = new ArrayList<>();
    private URI url;
    private Optional<RequestTable.Answer> answer = Optional.empty();
    private Optional<Duration> endedAt = Optional.empty();
    private Optional<RequestError> error = Optional.empty();
    private boolean cameWhole;
    private boolean fromCache;
    private long bytes;
    private int toldLater;
    private Optional<RequestTable.Answer> told = Optional.empty();

    RequestEntry(RequestTable.Sent sent) {
        this.sent = sent;
        this.url = sent.request().url();
    }

    void redirectedTo(URI to, int status, boolean isTold) {
        redirects.add(new Redirect(url, status, to));
        toldLater += isTold && told.isEmpty() ? 1 : 0;
        url = to;
        answer = Optional.empty();
        cameWhole = false;
        told = Optional.empty();
        endedAt = Optional.empty();
    }

    /**
     * The status and the header fields as they came over the wire, which the rest of the answer does not tell of one that
     * confirms a cached one; for some refused answers there is no more than this.
     */
    void told(RequestTable.Answer wire) {
        if (toldLater > 0) {
            toldLater--;
            return;
        }
        told = Optional.of(wire);
        useWhatWasTold();
    }

    private void useWhatWasTold() {
        if (answer.isEmpty() && (wasAborted() || awaitsStatus())) {
            answer = told;
        }
    }

    void servedFromCache() {
        fromCache = true;
    }

    void answered(RequestTable.Answer begun) {
        answer = Optional.of(begun);
        fromCache |= begun.fromCache();
    }

    void completed(long size, Duration at) {
        bytes = size;
        cameWhole = true;
        endedAt = Optional.of(at);
    }

    /** What came, as it came over the wire. */
    private Optional<RequestTable.Answer> wire() {
        return answer.map(begun -> told.orElse(begun));
    }

    void failed(RequestError why, Duration at) {
        error = Optional.of(why);
        endedAt = endedAt.or(() -> Optional.of(at));
        useWhatWasTold();
    }

    /** Whether the status, which says it all, is still on its way: its event may come after that of the failure. */
    boolean awaitsStatus() {
        return answer.isEmpty() && error.filter(RequestError::isAboutStatus).isPresent();
    }

    /**
     * Why it failed.
     *
     * <p>Chromium reports an abort also after it has read a response that it then has no use for, such as a 404 for a
     * script, and of a refused call whose page reads only the status: what came is what counts.
     */
    private Optional<NetworkFailure> failure() {
        boolean isSaidByAnswer = error.filter(
                        why -> answer.isPresent() && why.isAboutStatus() || why.isAbort() && isAllThatCounts())
                .isPresent();
        return isSaidByAnswer ? Optional.empty() : error.map(why -> why.failure(answer.isPresent()));
    }

    private boolean isAllThatCounts() {
        return wire().filter(came -> cameWhole || came.status() >= 400).isPresent();
    }

    Kind kind() {
        return sent.request().kind();
    }

    boolean isOpen() {
        return endedAt.isEmpty();
    }

    /**
     * Whether it is meant to stay open, or nothing waits for it: a stream by its kind or by the type of its answer, what
     * asks to be held, what the browser does in the background.
     */
    boolean isStanding() {
        return sent.request().kind() == Kind.STREAM
                || sent.request().asking().inBackground()
                || sent.request().asking().isHeld()
                || answer.filter(begun -> STREAMS.contains(begun.headers().mediaType()))
                        .isPresent();
    }

    /** Whether another call asks the same: of the same address, numbers and the like in its query aside. */
    boolean asksTheSameAs(RequestEntry other) {
        return sent.request().kind() == Kind.CALL
                && sent.request().method().equals(other.sent.request().method())
                && sent.request()
                        .asking()
                        .body()
                        .equals(other.sent.request().asking().body())
                && withoutValues(sent.request().url())
                        .equals(withoutValues(other.sent.request().url()));
    }

    private static String withoutValues(URI url) {
        return VALUES.matcher(url.toString()).replaceAll("=");
    }

    List<Asking.Caller> callers() {
        return sent.request().asking().callers();
    }

    boolean wantsJson() {
        return sent.request().asking().wantsJson();
    }

    boolean wasAborted() {
        return error.filter(RequestError::isAbort).isPresent();
    }

    /** Where it was asked to go. */
    URI url() {
        return sent.request().url();
    }

    /**
     * What is known of it now.
     *
     * @param told who asked, where the browser does not say
     */
    BrowserRequest request(Optional<String> told) {
        return new BrowserRequest(
                sent.request().id(),
                sent.request().url(),
                sent.request().method(),
                sent.request().kind(),
                sent.request().inFrame(),
                sent.firstParty(),
                sent.request().initiator().or(() -> told),
                redirects,
                wire().map(a -> OptionalInt.of(a.status())).orElse(OptionalInt.empty()),
                wire().map(RequestTable.Answer::headers).orElse(Headers.NONE),
                bytes,
                fromCache,
                sent.at(),
                endedAt.map(end -> end.minus(sent.at())),
                failure());
    }
}
