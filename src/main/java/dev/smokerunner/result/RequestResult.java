package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * One request that the browser made for a page.
 *
 * @param url the URL that was asked for; hostile, as all page text is
 * @param kind what it was for, e.g. {@code script}
 * @param firstParty whether it went to the page's own site
 * @param state how it ended
 * @param status the status of the last response; absent where none came
 * @param failure the kind of trouble that kept it from a whole answer, e.g. {@code dns}; absent where there was none
 * @param bytes how many bytes of body came over the wire; 0 where that is not known
 * @param startedAfter when it began, from the start of the navigation
 * @param took how long it took; absent where it was still open when the visit ended
 */
public record RequestResult(
        URI url,
        String kind,
        boolean firstParty,
        State state,
        OptionalInt status,
        Optional<String> failure,
        long bytes,
        Duration startedAfter,
        Optional<Duration> took) {

    /** Rejects null. */
    public RequestResult {
        requireNonNull(url);
        requireNonNull(kind);
        requireNonNull(state);
        requireNonNull(status);
        requireNonNull(failure);
        requireNonNull(startedAfter);
        requireNonNull(took);
    }

    /** A copy with each text mapped; kinds are names of ours. */
    RequestResult mapTexts(UnaryOperator<String> operation) {
        return new RequestResult(
                new TextMapping(operation).of(url),
                kind,
                firstParty,
                state,
                status,
                failure,
                bytes,
                startedAfter,
                took);
    }

    /** How a request ended. */
    public enum State {
        /** A whole answer came, and no error status. */
        ANSWERED,
        /** An error status, or no whole answer. */
        FAILED,
        /** Whoever asked called it off, as healthy pages do with what they no longer need. */
        CANCELLED,
        /** It was still open when the visit ended. */
        OPEN
    }
}
