package dev.smokerunner.observe.http;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one run asks over HTTP.
 *
 * @param origin a URL of the page's own origin: only it gets the headers and the credentials
 * @param headers header fields that are added to requests to the page's own origin
 * @param basicAuth {@code user:password} for the page's own origin
 * @param session what the visitor brings along, of which only cookies are sent, each where it belongs
 * @param userAgent how it introduces itself; by default like a browser, with {@code SmokeRunner} in it
 * @param limit the longest time that one attempt may take, redirects included; default 10 s
 * @param atOnce how many requests may be open at once; default 8
 * @param limits how much is read and kept of the bodies
 */
public record HttpOptions(
        URI origin,
        Map<String, String> headers,
        Optional<Secret> basicAuth,
        Session session,
        String userAgent,
        Duration limit,
        int atOnce,
        BodyLimits limits) {

    /** As long as an attempt may take, where nothing else is said. */
    static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    /** Like a browser, since sites send other pages to what they take for a robot. */
    private static final String USER_AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 SmokeRunner";

    /** Copies the headers. */
    public HttpOptions {
        requireNonNull(origin);
        requireNonNull(basicAuth);
        requireNonNull(session);
        requireNonNull(userAgent);
        requireNonNull(limits);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (limit.isNegative() || limit.isZero() || atOnce < 1) {
            throw new IllegalArgumentException("a time limit and a number of requests must be above zero");
        }
    }

    /** The defaults for a page's origin: no headers, no credentials. */
    public static HttpOptions of(URI origin) {
        return new HttpOptions(
                origin, Map.of(), Optional.empty(), Session.NONE, USER_AGENT, DEFAULT_LIMIT, 8, BodyLimits.DEFAULT);
    }

    /** After how long without an answer nobody would wait any longer, though there may be time for more. */
    Duration patience() {
        return limit.compareTo(DEFAULT_LIMIT) < 0 ? limit : DEFAULT_LIMIT;
    }

    /** The same under another name, if there is one. */
    public HttpOptions as(Optional<String> otherUserAgent) {
        return new HttpOptions(
                origin, headers, basicAuth, session, otherUserAgent.orElse(userAgent), limit, atOnce, limits);
    }

    /** The same with header fields and credentials for the page's own origin. */
    public HttpOptions with(Map<String, String> ownHeaders, Optional<Secret> ownBasicAuth) {
        return new HttpOptions(origin, ownHeaders, ownBasicAuth, session, userAgent, limit, atOnce, limits);
    }

    /** The same as a visitor who brings that along. */
    public HttpOptions with(Session visitors) {
        return new HttpOptions(origin, headers, basicAuth, visitors, userAgent, limit, atOnce, limits);
    }

    /** The same with another limit for one attempt. */
    public HttpOptions with(Duration attemptLimit) {
        return new HttpOptions(origin, headers, basicAuth, session, userAgent, attemptLimit, atOnce, limits);
    }

    /** The same with other limits for bodies. */
    public HttpOptions with(BodyLimits bodyLimits) {
        return new HttpOptions(origin, headers, basicAuth, session, userAgent, limit, atOnce, bodyLimits);
    }
}
