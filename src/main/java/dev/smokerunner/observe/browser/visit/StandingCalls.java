package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observe.script.CallSite;
import dev.smokerunner.observe.url.LenientUri;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells by the code that made a call whether the page waits for its answer: not where it asks again and again, and not where
 * it drops the answer. Only asked of calls that stay open for long: the code has to be fetched from the browser.
 */
final class StandingCalls {
    private final VisitEvents events;
    private final ResponseText texts;
    private final Map<String, Boolean> known = new HashMap<>();

    StandingCalls(VisitEvents events, ResponseText texts) {
        this.events = events;
        this.texts = texts;
    }

    /** Whether a call may stay open for as long as it likes. */
    boolean contain(BrowserRequest call) {
        return call.kind() == Kind.CALL
                && known.computeIfAbsent(call.id(), id -> isStanding(events.network(requests -> requests.callers(id))));
    }

    private boolean isStanding(List<Asking.Caller> callers) {
        List<CallSite> sites =
                callers.stream().map(this::site).flatMap(Optional::stream).toList();
        return sites.stream().limit(1).anyMatch(CallSite::dropsAnswer)
                || sites.stream().anyMatch(CallSite::repeats);
    }

    private Optional<CallSite> site(Asking.Caller caller) {
        Optional<BrowserRequest> script = events.requests().stream()
                .filter(request -> request.finalUrl().equals(LenientUri.of(caller.url())))
                .filter(BrowserRequest::isOk)
                .findFirst();
        return texts.of(script).value().map(source -> CallSite.of(source, caller.line(), caller.column()));
    }
}
