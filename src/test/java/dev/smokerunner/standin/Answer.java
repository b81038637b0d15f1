package dev.smokerunner.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plain client is answered; redirects are not followed and nothing is decoded.
 *
 * @param status the status code
 * @param headers the last value of each header field, by its name in lower case
 * @param body the bytes as they came
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** A stand-in that does not answer by then has failed. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Asks with a method and no body. */
    static Answer to(String method, URI url) {
        return to(HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody()));
    }

    /** Sends a request and waits for its answer. */
    static Answer to(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1)));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for an answer", e);
        }
    }

    /** This answer, if it is a success. */
    Answer orFail(String what) {
        if (status >= 300) {
            throw new IllegalStateException(what + ": expected a success, got " + status + ": " + text());
        }
        return this;
    }

    /** A header field's value, empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** How long a cache had it: whole seconds, as the {@code Age} field says; zero where there is none. */
    public Duration age() {
        return header("Age").isEmpty() ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(header("Age")));
    }
}
