package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request that the browser made, with its redirects.
 *
 * @param id the browser's own name for it, unique within a visit
 * @param url the URL that was asked for, before redirects
 * @param method the HTTP method
 * @param kind what it was for
 * @param inFrame whether a frame of the page made it, not the page itself
 * @param firstParty whether it goes to the page's own site
 * @param initiator who caused it: the URL of a script or page and a line, as far as the browser knows
 * @param redirects the hops on the way
 * @param status the status of the last response; absent when none came
 * @param headers the header fields of the last response
 * @param bytes how many bytes of body came over the wire
 * @param fromCache whether it was answered by a cache of the browser
 * @param startedAfter when it began, from the start of the navigation
 * @param took how long it took until it ended; absent while it is open
 * @param failure why it failed; absent when it did not or is open
 */
public record BrowserRequest(
        String id,
        URI url,
        String method,
        Kind kind,
        boolean inFrame,
        boolean firstParty,
        Optional<String> initiator,
        List<Redirect> redirects,
        OptionalInt status,
        Headers headers,
        long bytes,
        boolean fromCache,
        Duration startedAfter,
        Optional<Duration> took,
        Optional<NetworkFailure> failure) {

    /** Rejects null, copies lists. */
    public BrowserRequest {
        requireNonNull(id);
        requireNonNull(url);
        requireNonNull(method);
        requireNonNull(kind);
        requireNonNull(initiator);
        requireNonNull(status);
        requireNonNull(headers);
        requireNonNull(startedAfter);
        requireNonNull(took);
        requireNonNull(failure);
        redirects = List.copyOf(redirects);
    }

    /** Whether it has neither ended nor failed. */
    public boolean isOpen() {
        return took.isEmpty() && failure.isEmpty();
    }

    /** The URL that answered, after redirects. */
    public URI finalUrl() {
        return redirects.isEmpty() ? url : redirects.get(redirects.size() - 1).to();
    }

    /** Whether a 2xx or 304 response came whole. */
    public boolean isOk() {
        int code = status.orElse(0);
        return failure.isEmpty() && ((code >= 200 && code < 300) || code == 304);
    }

    /** What a request was for. */
    public enum Kind {
        /** The page itself. */
        DOCUMENT,
        /** A document within a frame. */
        FRAME,
        /** A script, classic or module. */
        SCRIPT,
        /** A style sheet. */
        STYLE,
        /** A picture. */
        IMAGE,
        /** A font. */
        FONT,
        /** A call of a script: fetch, XHR. */
        CALL,
        /** What is sent without a wish for an answer, which no script gets to read: a beacon, the ping of a link, a report. */
        BEACON,
        /** A stream that is meant to stay open: EventSource, WebSocket. */
        STREAM,
        /** A web app manifest. */
        MANIFEST,
        /** Sound, film, the icon, the script of a worker, and what else has no kind of its own. */
        OTHER;

        /** Whether a script of the page speaks with a server by it, rather than have a file loaded. */
        public boolean isOfScript() {
            return this == CALL || this == BEACON || this == STREAM;
        }

        /** Whether it is for a file that pages are made of, rather than for a page or a call. */
        public boolean isAsset() {
            return switch (this) {
                case SCRIPT, STYLE, IMAGE, FONT, MANIFEST -> true;
                case DOCUMENT, FRAME, CALL, BEACON, STREAM, OTHER -> false;
            };
        }
    }
}
