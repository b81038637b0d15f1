package dev.smokerunner.observe.browser;

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

/** One request while it is under way. */
final class RequestEntry {
    private final RequestTable.Sent sent;
    private final List<Redirect> redirects = new ArrayList<>();
    private URI url;
    private Optional<RequestTable.Answer> answer = Optional.empty();
    private Optional<Duration> endedAt = Optional.empty();
    private Optional<NetworkFailure> failure = Optional.empty();
    private boolean aborted;

    RequestEntry(RequestTable.Sent sent) {
        this.sent = sent;
        this.url = sent.url();
    }

    void redirectedTo(URI to) {
        redirects.add(new Redirect(url, answer.map(RequestTable.Answer::status).orElse(0), to));
        url = to;
        answer = Optional.empty();
        endedAt = Optional.empty();
    }

    void answered(RequestTable.Answer begun) {
        answer = Optional.of(begun);
    }

    void completed(RequestTable.Answer whole, Duration at) {
        answer = Optional.of(whole);
        endedAt = Optional.of(at);
    }

    /**
     * The request failed.
     *
     * <p>Chromium reports an abort also after it has read a response that it then has no use for, such as a 404 for a
     * script: what came is what counts.
     */
    void failed(String error, Duration at) {
        aborted = NetworkErrors.isAbort(error);
        boolean cameWhole = endedAt.isPresent() && answer.isPresent();
        endedAt = endedAt.or(() -> Optional.of(at));
        if (!(aborted && cameWhole) && !(NetworkErrors.isAboutStatus(error) && answer.isPresent())) {
            failure = Optional.of(NetworkErrors.failure(error, answer.isPresent()));
        }
    }

    Kind kind() {
        return sent.kind();
    }

    boolean isOpen() {
        return endedAt.isEmpty();
    }

    boolean wasAborted() {
        return aborted;
    }

    BrowserRequest request() {
        return new BrowserRequest(
                sent.id(),
                sent.url(),
                sent.method(),
                sent.kind(),
                sent.inFrame(),
                sent.firstParty(),
                sent.initiator(),
                redirects,
                answer.map(a -> OptionalInt.of(a.status())).orElse(OptionalInt.empty()),
                answer.map(RequestTable.Answer::headers).orElse(Headers.NONE),
                answer.map(RequestTable.Answer::bytes).orElse(0L),
                answer.map(RequestTable.Answer::fromCache).orElse(false),
                sent.at(),
                endedAt.map(end -> end.minus(sent.at())),
                failure);
    }
}
