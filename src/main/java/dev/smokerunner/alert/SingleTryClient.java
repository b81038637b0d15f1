package dev.smokerunner.alert;

import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Asks services that take messages: once, and nobody to whom they redirect, since that would carry a message or a token to
 * somebody who was not meant. Made when something is sent: to read a config costs no client.
 */
public final class SingleTryClient {
    private final Duration limit;
    private Optional<OkHttpClient> client = Optional.empty();

    /**
     * A client that is not made yet.
     *
     * @param limit how long a request and its answer may take together
     */
    public SingleTryClient(Duration limit) {
        this.limit = limit;
    }

    /** The client, the same each time. */
    public synchronized OkHttpClient get() {
        OkHttpClient known = client.orElseGet(() -> new OkHttpClient.Builder()
                .callTimeout(limit)
                .readTimeout(limit)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build());
        client = Optional.of(known);
        return known;
    }

    /** For how long an answer wants to be left alone, by its Retry-After in seconds; absent where it does not say. */
    public static Optional<Duration> retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
