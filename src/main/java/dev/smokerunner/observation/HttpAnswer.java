package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What plain HTTP answered for one URL: a response, a failure, or both where a response broke off.
 *
 * @param url the URL that was asked for
 * @param redirects the hops on the way, first to last
 * @param response the last response; absent when none came
 * @param failure why there is no whole response; absent when there is one
 * @param took the time of the last attempt, from asking to the last byte
 * @param attempts the other times it was asked for, oldest first; empty where the first answer stands
 * @param openToCredentials whether it is got with the cookies and credentials of the page, which browsers do not send with it
 * @param peer the IP address of the machine that was connected to for the last request; absent where none was
 * @param rate how often it failed, where it comes and goes; absent where it does not, or nobody looked
 */
public record HttpAnswer(
        URI url,
        List<Redirect> redirects,
        Optional<HttpResponse> response,
        Optional<NetworkFailure> failure,
        Duration took,
        List<Attempt> attempts,
        boolean openToCredentials,
        Optional<String> peer,
        Optional<Rate> rate) {

    /** Rejects an answer that is nothing at all. */
    public HttpAnswer {
        requireNonNull(url);
        requireNonNull(took);
        requireNonNull(peer);
        requireNonNull(rate);
        redirects = List.copyOf(redirects);
        attempts = List.copyOf(attempts);
        if (response.isEmpty() && failure.isEmpty()) {
            throw new IllegalArgumentException("neither a response nor a failure for " + url);
        }
    }

    /** An answer that does not come and go, of nobody knows which machine, and whether credentials would change it. */
    public HttpAnswer(
            URI url,
            List<Redirect> redirects,
            Optional<HttpResponse> response,
            Optional<NetworkFailure> failure,
            Duration took,
            List<Attempt> attempts) {
        this(url, redirects, response, failure, took, attempts, false, Optional.empty(), Optional.empty());
    }

    /** The same, of which it is known that credentials change it. */
    public HttpAnswer thatCredentialsOpen() {
        return new HttpAnswer(url, redirects, response, failure, took, attempts, true, peer, rate);
    }

    /** The same where it was asked for other times as well. */
    public HttpAnswer after(List<Attempt> others) {
        return new HttpAnswer(url, redirects, response, failure, took, others, openToCredentials, peer, rate);
    }

    /** The same with another form of its response. */
    public HttpAnswer with(Optional<HttpResponse> other) {
        return new HttpAnswer(url, redirects, other, failure, took, attempts, openToCredentials, peer, rate);
    }

    /** Whether nothing is known, because the time of the run was over. */
    public boolean isUnasked() {
        return failure.filter(why -> why.kind() == NetworkFailure.Kind.UNASKED).isPresent();
    }

    /** The response, if it came whole. */
    public Optional<HttpResponse> whole() {
        return failure.isEmpty() ? response : Optional.empty();
    }

    /** Whether a whole response with a 2xx status came. */
    public boolean isOk() {
        return whole().filter(HttpResponse::isOk).isPresent();
    }

    /** How many times it was asked for. */
    public int tries() {
        return attempts.size() + 1;
    }

    /** The same with how often it fails. */
    public HttpAnswer withRate(Optional<Rate> seen) {
        return new HttpAnswer(url, redirects, response, failure, took, attempts, openToCredentials, peer, seen);
    }

    /**
     * One of several times that something was asked for, and not the one whose answer stands.
     *
     * @param words what came of it in a few words, e.g. {@code 503}
     * @param wasGood whether it was answered well
     */
    public record Attempt(String words, boolean wasGood) {
        /** Rejects null. */
        public Attempt {
            requireNonNull(words);
        }
    }

    /**
     * One response.
     *
     * @param url the URL that answered, after redirects
     * @param status the status
     * @param headers the header fields
     * @param body the decoded body
     */
    public record HttpResponse(URI url, int status, Headers headers, Body body) {
        /** Rejects null. */
        public HttpResponse {
            requireNonNull(url);
            requireNonNull(headers);
            requireNonNull(body);
        }

        /** Whether the status is 200 to 299. */
        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }
}
