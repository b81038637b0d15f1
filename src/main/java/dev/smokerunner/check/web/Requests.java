package dev.smokerunner.check.web;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the browser's requests mean. */
public final class Requests {
    private Requests() {}

    /** All requests of the visit; none where there was no browser. */
    public static List<BrowserRequest> of(PageObservation page) {
        return page.browser().value().map(BrowserVisit::requests).orElse(List.of());
    }

    /** Whether it failed, other than by being called off by the page itself. */
    public static boolean hasFailed(BrowserRequest request) {
        return !isCalledOff(request)
                && (request.failure().isPresent() || request.status().orElse(0) >= 400);
    }

    /** Whether the page called it off, which healthy pages do with requests that they no longer need. */
    public static boolean isCalledOff(BrowserRequest request) {
        return request.failure()
                .filter(failure -> failure.kind() == NetworkFailure.Kind.ABORTED)
                .isPresent();
    }

    /** What came of it, in words. */
    public static String words(BrowserRequest request) {
        // A status of 400 or more says more than the failure that browsers make of it.
        if (request.status().orElse(0) >= 400 || request.failure().isEmpty()) {
            return request.status().isPresent()
                    ? Format.status(request.status().getAsInt(), request.headers())
                    : "no answer yet";
        }
        return Format.failure(request.failure().get());
    }

    /** The host, or the whole URL where it has none. */
    public static String host(URI url) {
        return Optional.ofNullable(url.getHost()).orElse(url.toString()).toLowerCase(Locale.ROOT);
    }

    /** Whether it is fetched over HTTP, so that a server can be at fault. */
    public static boolean isHttp(URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }

    /** The kind of a request's failure; other where it does not say, or where it has none. */
    public static NetworkFailure.Kind failureKind(BrowserRequest request) {
        return request.failure().map(NetworkFailure::kind).orElse(NetworkFailure.Kind.OTHER);
    }
}
