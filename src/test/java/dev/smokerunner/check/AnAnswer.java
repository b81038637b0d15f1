package dev.smokerunner.check;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One answer to plain HTTP. */
public final class AnAnswer {
    private final int status;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Redirect> redirects = new ArrayList<>();
    private final List<HttpAnswer.Attempt> attempts = new ArrayList<>();
    private final byte[] body;
    private Optional<NetworkFailure> failure = Optional.empty();
    private Optional<URI> end = Optional.empty();
    private boolean openToCredentials;

    private AnAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public static AnAnswer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static AnAnswer of(int status, String type, byte[] body) {
        return new AnAnswer(status, body).with("content-type", type);
    }

    /** No response at all. */
    public static AnAnswer none(NetworkFailure.Kind kind, String words) {
        return new AnAnswer(0, new byte[0]).brokenBy(kind, words);
    }

    public AnAnswer with(String header, String value) {
        headers.put(header, List.of(value));
        return this;
    }

    public AnAnswer brokenBy(NetworkFailure.Kind kind, String words) {
        failure = Optional.of(new NetworkFailure(kind, words));
        return this;
    }

    public AnAnswer redirectedTo(String to) {
        URI target = APage.URL.resolve(to);
        redirects.add(new Redirect(APage.URL, 302, target));
        end = Optional.of(target);
        return this;
    }

    public AnAnswer thatCredentialsOpen() {
        openToCredentials = true;
        return this;
    }

    public AnAnswer after(String trouble) {
        attempts.add(new HttpAnswer.Attempt(trouble, false));
        return this;
    }

    public HttpAnswer from(URI url) {
        Optional<HttpAnswer.HttpResponse> response = status == 0
                ? Optional.empty()
                : Optional.of(new HttpAnswer.HttpResponse(
                        end.orElse(url), status, new Headers(headers), new Body(body, body.length, "")));
        return new HttpAnswer(
                url,
                redirects,
                response,
                failure,
                Duration.ofMillis(30),
                attempts,
                openToCredentials,
                Optional.empty(),
                Optional.empty());
    }
}
