package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observe.script.CallSite;
import dev.smokerunner.observe.url.LenientUri;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells by the code that made a call whether the page waits for its answer: not where it asks again and again, and not where
 * it drops the answer. Only asked of calls that stay open for long: the code has to be fetched from the browser.
 */
final class StandingCalls {
    /** What a document begins with, and a fragment does not. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\s*+(<!--.{0,2000}?-->\\s*+)?<(!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Their texts have to be fetched from the browser, and the first few of a server tell of the others. */
    private static final int MOST_READ = 10;

    private final VisitEvents events;
    private final ResponseText texts;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<Origin, Boolean> origins = new HashMap<>();

    /** A call, by the browser's name for it, and a piece of code that may have made it. */
    private record Origin(String call, String code) {}

    StandingCalls(VisitEvents events, ResponseText texts) {
        this.events = events;
        this.texts = texts;
    }

    /** Whether a call may stay open for as long as it likes. */
    boolean contain(BrowserRequest call) {
        return call.kind() == Kind.CALL
                && known.computeIfAbsent(call.id(), id -> isStanding(events.network(requests -> requests.callers(id))));
    }

    /** Whether a piece of code has made one of the calls so far, and so asks again. */
    boolean haveCome(String code) {
        return events.network(RequestTable::all).stream()
                .filter(request -> request.kind() == Kind.CALL)
                .anyMatch(call -> origins.computeIfAbsent(new Origin(call.id(), code), this::isOrigin));
    }

    /**
     * The calls for JSON that a whole HTML document answered, by the browser's names for them: those that say so in what they
     * accept, and those whose code reads the answer as nothing else.
     */
    Set<String> answeredByPages() {
        return events.network(RequestTable::all).stream()
                .filter(call -> call.kind() == Kind.CALL && call.firstParty() && call.isOk())
                .filter(call -> call.headers().mediaType().equals("text/html"))
                .limit(MOST_READ)
                .filter(call -> wantsJson(call) && isDocument(call))
                .map(BrowserRequest::id)
                .collect(Collectors.toSet());
    }

    private boolean wantsJson(BrowserRequest call) {
        return events.network(requests -> requests.wantsJson(call.id()))
                || events.network(requests -> requests.callers(call.id())).stream()
                        .limit(1)
                        .map(this::site)
                        .flatMap(Optional::stream)
                        .anyMatch(CallSite::readsJson);
    }

    private boolean isDocument(BrowserRequest call) {
        return texts.of(Optional.of(call))
                .value()
                .filter(text -> DOCUMENT.matcher(text).lookingAt())
                .isPresent();
    }

    private boolean isOrigin(Origin origin) {
        return events.network(requests -> requests.callers(origin.call())).stream()
                .anyMatch(caller -> text(caller)
                        .filter(source -> isWithin(origin.code(), source, caller))
                        .isPresent());
    }

    private static boolean isWithin(String code, String source, Asking.Caller caller) {
        int start = source.indexOf(code);
        int at = CallSite.offset(source, caller.line(), caller.column());
        return start >= 0 && at >= start && at < start + code.length();
    }

    private boolean isStanding(List<Asking.Caller> callers) {
        List<CallSite> sites =
                callers.stream().map(this::site).flatMap(Optional::stream).toList();
        return sites.stream().limit(1).anyMatch(CallSite::dropsAnswer)
                || sites.stream().anyMatch(CallSite::repeats);
    }

    private Optional<CallSite> site(Asking.Caller caller) {
        return text(caller).map(source -> CallSite.of(source, caller.line(), caller.column()));
    }

    /** The script or page in which a caller stands. */
    private Optional<String> text(Asking.Caller caller) {
        Optional<BrowserRequest> script = events.network(RequestTable::all).stream()
                .filter(request -> request.finalUrl().equals(LenientUri.of(caller.url())))
                .filter(BrowserRequest::isOk)
                .findFirst();
        return texts.of(script).value();
    }
}
