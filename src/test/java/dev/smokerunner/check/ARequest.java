package dev.smokerunner.check;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observe.browser.chromium.NetworkError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One request of a browser, good unless it is told otherwise. */
public final class ARequest {
    private final Kind kind;
    private final URI url;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Redirect> redirects = new ArrayList<>();
    private OptionalInt status = OptionalInt.of(200);
    private Optional<NetworkFailure> failure = Optional.empty();
    private Optional<Duration> took = Optional.of(Duration.ofMillis(20));
    private Duration started = Duration.ofMillis(5);
    private long bytes = 100;
    private final boolean firstParty;

    private ARequest(Kind kind, String url) {
        this.kind = kind;
        this.url = APage.URL.resolve(url);
        this.firstParty = this.url.getHost().matches("(.*\\.)?shop\\.example|127\\.0\\.0\\.1");
    }

    public static ARequest of(Kind kind, String url) {
        return new ARequest(kind, url);
    }

    public ARequest answered(int code, String type) {
        status = OptionalInt.of(code);
        return with("content-type", type);
    }

    public ARequest with(String header, String value) {
        headers.put(header, List.of(value));
        return this;
    }

    public ARequest failing(NetworkFailure.Kind trouble, String words) {
        failure = Optional.of(new NetworkFailure(trouble, words));
        status = OptionalInt.empty();
        return this;
    }

    /** As Chromium names it. */
    public ARequest failingAs(String error) {
        failure = Optional.of(NetworkError.of(error).failure(false));
        status = OptionalInt.empty();
        return this;
    }

    public ARequest failingAfterStatus(NetworkFailure.Kind trouble, String words) {
        failure = Optional.of(new NetworkFailure(trouble, words));
        return this;
    }

    public ARequest redirectedTo(String to) {
        redirects.add(new Redirect(url, 302, APage.URL.resolve(to)));
        return this;
    }

    public ARequest open() {
        took = Optional.empty();
        status = OptionalInt.empty();
        return this;
    }

    public ARequest taking(Duration time) {
        took = Optional.of(time);
        return this;
    }

    public ARequest startedAfter(Duration time) {
        started = time;
        return this;
    }

    public ARequest ofBytes(long count) {
        bytes = count;
        return this;
    }

    BrowserRequest done() {
        return new BrowserRequest(
                kind + " " + url,
                url,
                "GET",
                kind,
                false,
                firstParty,
                Optional.empty(),
                redirects,
                status,
                new Headers(headers),
                bytes,
                false,
                started,
                took,
                failure);
    }
}
