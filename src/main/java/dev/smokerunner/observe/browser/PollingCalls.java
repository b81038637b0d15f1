package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observe.script.PollingLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells by the code that made a call whether it is made again and again. Only asked of calls that stay open for long: the
 * code has to be fetched from the browser.
 */
final class PollingCalls {
    private final VisitEvents events;
    private final ResponseText texts;
    private final Map<String, Boolean> known = new HashMap<>();

    PollingCalls(VisitEvents events, ResponseText texts) {
        this.events = events;
        this.texts = texts;
    }

    boolean isPoll(BrowserRequest call) {
        return call.kind() == Kind.CALL
                && known.computeIfAbsent(
                        call.id(), id -> events.callers(call).stream().anyMatch(this::repeats));
    }

    private boolean repeats(Asking.Caller caller) {
        Optional<BrowserRequest> script = events.requests().stream()
                .filter(request -> request.finalUrl().equals(LenientUri.of(caller.url())))
                .filter(BrowserRequest::isOk)
                .findFirst();
        return texts.of(script)
                .value()
                .map(source -> PollingLoop.isAt(source, caller.line(), caller.column()))
                .orElse(false);
    }
}
