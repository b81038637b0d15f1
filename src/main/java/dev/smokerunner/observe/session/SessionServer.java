package dev.smokerunner.observe.session;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What gives sessions: a driver, or a Grid.
 *
 * @param url where it answers; the path ends with a slash
 * @param authorization the value of the {@code Authorization} field that requests to it need
 * @param proxies whether it is reached by the proxy that this machine names, if any
 */
public record SessionServer(URI url, Optional<Secret> authorization, boolean proxies) {
    static final Duration CONNECT = Duration.ofSeconds(10);

    /** Rejects null. */
    public SessionServer {
        requireNonNull(url);
        requireNonNull(authorization);
    }

    /** A driver of this machine. */
    public static SessionServer driver(URI url) {
        return new SessionServer(url, Optional.empty(), false);
    }

    /**
     * What it says of itself: the {@code value} of its status.
     *
     * @throws SessionException if it does not say, within the limit
     */
    public JsonNode status(Duration limit) throws SessionException {
        return ask("/status", limit);
    }

    JsonNode ask(String path, Duration limit) throws SessionException {
        try (HttpClient client = client(limit)) {
            String answer =
                    client.execute(new HttpRequest(HttpMethod.GET, path)).contentAsString();
            return JsonMapper.shared().readTree(answer).path("value");
        } catch (RuntimeException failed) {
            throw SessionException.of(failed);
        }
    }

    URL address() {
        try {
            return url.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Asks it: an answer is waited for no longer than this. */
    HttpClient client(Duration limit) {
        return HttpClient.Factory.createDefault().createClient(config(limit));
    }

    private ClientConfig config(Duration limit) {
        ClientConfig config = ClientConfig.defaultConfig()
                .baseUri(url)
                // With HTTP/1.1 a request that is given up closes its connection, by which a Grid knows that nobody
                // waits.
                .version("HTTP_1_1")
                .connectionTimeout(CONNECT)
                .readTimeout(limit)
                .withFilter(new AnswerFilter(authorization));
        return proxies ? config : config.proxy(Proxy.NO_PROXY);
    }
}
