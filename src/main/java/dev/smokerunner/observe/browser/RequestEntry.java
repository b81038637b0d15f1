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
    private Optional<String> error = Optional.empty();
    private boolean cameWhole;
    private Optional<RequestTable.Answer> told = Optional.empty();

    RequestEntry(RequestTable.Sent sent) {
        this.sent = sent;
        this.url = sent.url();
    }

    void redirectedTo(URI to) {
        redirects.add(new Redirect(url, answer.map(RequestTable.Answer::status).orElse(0), to));
        url = to;
        answer = Optional.empty();
        cameWhole = false;
        told = Optional.empty();
        endedAt = Optional.empty();
    }

    /** The status, without the rest of the answer; of use where no more of a refused answer is told. */
    void told(int status) {
        told = Optional.of(new RequestTable.Answer(status, Headers.NONE, 0, false));
        useWhatWasTold();
    }

    private void useWhatWasTold() {
        if (answer.isEmpty() && (wasAborted() || awaitsStatus())) {
            answer = told;
        }
    }

    void answered(RequestTable.Answer begun) {
        answer = Optional.of(begun);
    }

    void completed(RequestTable.Answer whole, Duration at) {
        answer = Optional.of(whole);
        cameWhole = true;
        endedAt = Optional.of(at);
    }

    void failed(String message, Duration at) {
        error = Optional.of(message);
        endedAt = endedAt.or(() -> Optional.of(at));
        useWhatWasTold();
    }

    /** Whether the status, which says it all, is still on its way: its event may come after that of the failure. */
    boolean awaitsStatus() {
        return answer.isEmpty() && error.filter(NetworkErrors::isAboutStatus).isPresent();
    }

    /**
     * Why it failed.
     *
     * <p>Chromium reports an abort also after it has read a response that it then has no use for, such as a 404 for a
     * script, and of a refused call whose page reads only the status: what came is what counts.
     */
    private Optional<NetworkFailure> failure() {
        boolean isSaidByAnswer = error.filter(message ->
                        answer.isPresent() && NetworkErrors.isAboutStatus(message) || wasAborted() && isAllThatCounts())
                .isPresent();
        return isSaidByAnswer
                ? Optional.empty()
                : error.map(message -> NetworkErrors.failure(message, answer.isPresent()));
    }

    private boolean isAllThatCounts() {
        return answer.filter(came -> cameWhole || came.status() >= 400).isPresent();
    }

    Kind kind() {
        return sent.kind();
    }

    boolean isOpen() {
        return endedAt.isEmpty();
    }

    boolean wasAborted() {
        return error.filter(NetworkErrors::isAbort).isPresent();
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
                failure());
    }
}
