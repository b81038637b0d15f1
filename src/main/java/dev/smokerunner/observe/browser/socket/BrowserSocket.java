package dev.smokerunner.observe.browser.socket;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * Where a browser that runs already listens, and how it is reached.
 *
 * @param url its WebSocket
 * @param authorization what somebody in between wants to see in the {@code Authorization} field; absent where nobody does
 * @param client makes this connection and no other; it ends with it
 */
public record BrowserSocket(URI url, Optional<Secret> authorization, HttpClient client) {

    /** Rejects null. */
    public BrowserSocket {
        requireNonNull(url);
        requireNonNull(authorization);
        requireNonNull(client);
    }

    /** That of a browser of this machine. */
    public static BrowserSocket local(URI url) {
        return new BrowserSocket(url, Optional.empty(), LoopbackClient.create());
    }

    /** That of a browser elsewhere, reached as this machine reaches others. */
    public static BrowserSocket remote(URI url, Optional<Secret> authorization) {
        return new BrowserSocket(url, authorization, HttpClient.newHttpClient());
    }
}
