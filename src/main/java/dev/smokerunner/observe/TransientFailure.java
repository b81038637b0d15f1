package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What failed in a visit in a way that may be gone when the page is looked at again: a reset, a time-out, an overloaded
 * server. A missing file or a wrong type is not among it: those do not heal, and must not look healed by luck.
 */
final class TransientFailure {
    /** Request Timeout, Too Many Requests, and the server errors that proxies and deployments answer for a moment. */
    private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);

    /** Bad Gateway and Gateway Timeout (RFC 9110, 15.6.3 and 15.6.5). */
    private static final Set<Integer> GATEWAY_ERRORS = Set.of(502, 504);

    private static final Set<Integer> SERVER_ERRORS = Set.of(500, 502, 503, 504);

    /** What the server of another build answers. */
    private static final int NOT_FOUND = 404;

    private TransientFailure() {}

    /** The first-party requests that failed so, and how, by URL. */
    static Map<URI, String> in(BrowserVisit visit) {
        Map<URI, String> trouble = new LinkedHashMap<>();
        for (BrowserRequest request : visit.requests()) {
            boolean asksOnly = request.method().equals("GET");
            if (request.firstParty() && asksOnly && request.kind() != BrowserRequest.Kind.STREAM) {
                describe(request, trouble);
            }
        }
        return trouble;
    }

    /** Whether plain HTTP was answered badly each time it asked, in a way that one of several servers may be alone with. */
    static boolean mayPass(HttpAnswer answer) {
        return answer.tries() > 1
                && (answer.failure()
                                .filter(why -> why.kind().isWorthAskingAgain())
                                .isPresent()
                        || answer.whole()
                                .filter(response ->
                                        STATUSES.contains(response.status()) || response.status() == NOT_FOUND)
                                .isPresent());
    }

    /**
     * Whether it fails whoever asks, though only the browser got it: a gateway that misses the server behind it does not look at
     * who asks, and who lets plain HTTP have the page does not keep a file of it back by a server error.
     */
    static boolean isForEverybody(HttpAnswer answer, boolean isPageGot) {
        Set<Integer> statuses = isPageGot ? SERVER_ERRORS : GATEWAY_ERRORS;
        return answer.whole()
                .filter(response -> statuses.contains(response.status()))
                .isPresent();
    }

    private static void describe(BrowserRequest request, Map<URI, String> trouble) {
        request.failure()
                .filter(failure -> failure.kind().isWorthAskingAgain())
                .ifPresent(failure ->
                        trouble.putIfAbsent(request.url(), failure.quote().text()));
        if (request.failure().isEmpty() && STATUSES.contains(request.status().orElse(0))) {
            trouble.putIfAbsent(request.url(), "status " + request.status().getAsInt());
        }
    }
}
