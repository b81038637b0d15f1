package dev.smokerunner.observe.http;

import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observe.url.UrlResolver;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** One attempt: from a URL along its redirects to an answer, within one time limit. */
final class RedirectChain {
    /** As many as Chromium follows. */
    static final int MOST_REDIRECTS = 20;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Clients clients;
    private final RequestBuilder requests;
    private final BodyReader bodies;
    private final Inquiry inquiry;
    private final ChainCookies cookies;
    private final List<Redirect> redirects = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Duration limit;
    private final Peer peer = new Peer();
    private final long start = System.nanoTime();

    RedirectChain(Clients clients, RequestBuilder requests, BodyReader bodies, Inquiry inquiry, List<Cookie> before) {
        this.clients = clients;
        this.requests = requests;
        this.bodies = bodies;
        this.inquiry = inquiry;
        this.cookies = new ChainCookies(inquiry, before);
        this.limit = clients.limit();
    }

    /** Follows the way from a URL to its end, whatever that is. */
    HttpAnswer go(URI from) {
        URI at = from;
        while (true) {
            Step step = step(at);
            if (step.next().isEmpty()) {
                return new HttpAnswer(
                        from,
                        redirects,
                        step.response(),
                        step.failure(),
                        elapsed(),
                        List.of(),
                        false,
                        peer.address(),
                        Optional.empty());
            }
            at = step.next().get();
        }
    }

    /** The cookies that it began with and met. */
    List<Cookie> cookies() {
        return cookies.all();
    }

    /** Where one request led: on, or to an end. */
    private record Step(Optional<URI> next, Optional<HttpResponse> response, Optional<NetworkFailure> failure) {
        static Step failed(NetworkFailure failure) {
            return new Step(Optional.empty(), Optional.empty(), Optional.of(failure));
        }
    }

    private Step step(URI at) {
        Optional<HttpUrl> url = RequestBuilder.url(at);
        if (url.isEmpty()) {
            return Step.failed(Failures.of(Kind.OTHER, "'" + at + "' is no http or https URL"));
        }
        if (!seen.add(url.get() + " " + cookies.state(url.get()))) {
            return Step.failed(Failures.of(Kind.REDIRECT_LOOP, "redirects in a circle: " + chain()));
        }
        // Cookies are kept here: a client of its own for each of them would cost more than many a request.
        Call call = clients.of(url.get()).newCall(peer.noted(cookies.sentWith(requests.get(url.get(), inquiry))));
        call.timeout().timeout(Math.max(1, limit.minus(elapsed()).toMillis()), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            cookies.takeFrom(response);
            String location = response.header("Location");
            if (REDIRECTS.contains(response.code()) && location != null) {
                return redirect(at, response.code(), location);
            }
            BodyReader.Reading reading = bodies.read(response, inquiry.role());
            return new Step(
                    Optional.empty(),
                    Optional.of(new HttpResponse(at, response.code(), headers(response), reading.body())),
                    reading.failure());
        } catch (IOException e) {
            return Step.failed(Failures.beforeResponse(e, host(url.get()), limit));
        }
    }

    private Step redirect(URI from, int status, String location) {
        Optional<URI> to = UrlResolver.resolve(from, location);
        if (to.isEmpty()) {
            return Step.failed(Failures.of(
                    Kind.OTHER, status + " redirects to '" + location + "', which is no http or https URL"));
        }
        redirects.add(new Redirect(from, status, to.get()));
        if (redirects.size() > MOST_REDIRECTS) {
            return Step.failed(
                    Failures.of(Kind.REDIRECT_LOOP, "more than " + MOST_REDIRECTS + " redirects: " + chain()));
        }
        return new Step(to, Optional.empty(), Optional.empty());
    }

    /** The first hops: the rest repeats them. */
    private String chain() {
        List<String> hops = redirects.stream()
                .limit(4)
                .map(hop -> hop.from().getPath() + " -> " + hop.to().getPath())
                .toList();
        return String.join(", ", hops) + (redirects.size() > 4 ? ", …" : "");
    }

    private String host(HttpUrl url) {
        String host = clients.destination(url);
        return clients.proxies().select(url.uri()).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .map(proxy -> host + " through the proxy "
                        + proxy.address().toString().replace("/<unresolved>", ""))
                .orElse(host);
    }

    private static Headers headers(Response response) {
        return new Headers(response.headers().toMultimap());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
