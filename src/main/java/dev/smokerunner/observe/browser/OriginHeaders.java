package dev.smokerunner.observe.browser;

import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Adds header fields, credentials among them, to the requests that go to the page's own origin and to no others.
 *
 * <p>The protocol can add headers by itself, but only to all requests of a profile, third parties' included; so each
 * request to the origin is held up, given its headers and let go.
 */
final class OriginHeaders {
    private final BidiConnection connection;
    private final URI origin;
    private final Map<String, String> added;

    private OriginHeaders(BidiConnection connection, URI origin, Map<String, String> added) {
        this.connection = connection;
        this.origin = origin;
        this.added = added;
    }

    /** What is to be added to requests of this page; empty where nothing is. */
    static Optional<OriginHeaders> of(BidiConnection connection, BrowserChoice choice, URI page) {
        Map<String, String> added = new LinkedHashMap<>(choice.headers());
        choice.basicAuth().map(OriginHeaders::credentials).ifPresent(value -> added.put("Authorization", value));
        return added.isEmpty() ? Optional.empty() : Optional.of(new OriginHeaders(connection, page, added));
    }

    private static String credentials(Secret userAndPassword) {
        byte[] bytes = userAndPassword.reveal().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    /** What to hold up in a tab. */
    Map<String, Object> intercept(Tab tab) {
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put("type", "pattern");
        pattern.put("protocol", origin.getScheme());
        pattern.put("hostname", origin.getHost());
        // An empty port stands for the protocol's own.
        pattern.put("port", origin.getPort() < 0 ? "" : String.valueOf(origin.getPort()));
        return Map.of(
                "phases", List.of("beforeRequestSent"),
                "contexts", List.of(tab.context()),
                "urlPatterns", List.of(pattern));
    }

    /** Lets a request go that was held up. */
    void accept(BidiEvent event) {
        if (event.method().equals("network.beforeRequestSent") && event.params().flag("isBlocked")) {
            Fields request = event.params().in("request");
            Map<String, Object> params = new LinkedHashMap<>();
            params.put("request", request.textOr("request", ""));
            if (isOrigin(LenientUri.of(request.textOr("url", "")))) {
                params.put("headers", headers(request));
            }
            connection.tell("network.continueRequest", params);
        }
    }

    private boolean isOrigin(URI url) {
        return origin.getScheme().equalsIgnoreCase(url.getScheme())
                && String.valueOf(origin.getHost()).equalsIgnoreCase(url.getHost())
                && origin.getPort() == url.getPort();
    }

    private List<Map<String, Object>> headers(Fields request) {
        List<Map<String, Object>> headers = new ArrayList<>();
        List<String> names = added.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        for (Fields field : request.list("headers")) {
            if (!names.contains(field.textOr("name", "").toLowerCase(Locale.ROOT))) {
                headers.add(field.copy());
            }
        }
        added.forEach(
                (name, value) -> headers.add(Map.of("name", name, "value", Map.of("type", "string", "value", value))));
        return headers;
    }
}
