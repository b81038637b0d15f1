package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.url.LenientUri;
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
 * <p>The protocol can add headers by itself, but only to all requests of a target, third parties' included; so each request
 * to the origin is held up, given its headers and let go.
 */
final class OriginHeaders {
    private final URI origin;
    private final Map<String, String> added;

    private OriginHeaders(URI origin, Map<String, String> added) {
        this.origin = origin;
        this.added = added;
    }

    /** What is to be added to requests of this page; empty where nothing is. */
    static Optional<OriginHeaders> of(BrowserChoice choice, URI page) {
        Map<String, String> added = new LinkedHashMap<>(choice.headers());
        choice.basicAuth().map(OriginHeaders::credentials).ifPresent(value -> added.put("Authorization", value));
        return added.isEmpty() ? Optional.empty() : Optional.of(new OriginHeaders(page, added));
    }

    private static String credentials(Secret userAndPassword) {
        byte[] bytes = userAndPassword.reveal().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    /** Makes a target wait with each request to the origin. */
    void holdUp(DevToolsSession target) {
        String port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
        String pattern = (origin.getScheme() + "://" + origin.getHost() + port + "/*").toLowerCase(Locale.ROOT);
        target.tell("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", pattern))));
    }

    /** Lets a request go that was held up. */
    void letGo(DevToolsEvent event) {
        Fields request = event.params().in("request");
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("requestId", event.params().textOr("requestId", ""));
        if (isOrigin(LenientUri.of(request.textOr("url", "")))) {
            params.put("headers", headers(request.in("headers")));
        }
        event.session().tell("Fetch.continueRequest", params);
    }

    private boolean isOrigin(URI url) {
        return origin.getScheme().equalsIgnoreCase(url.getScheme())
                && String.valueOf(origin.getHost()).equalsIgnoreCase(url.getHost())
                && origin.getPort() == url.getPort();
    }

    private List<Map<String, String>> headers(Fields fields) {
        List<Map<String, String>> headers = new ArrayList<>();
        List<String> names = added.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        fields.copy().forEach((name, value) -> {
            if (!names.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(Map.of("name", name, "value", String.valueOf(value)));
            }
        });
        added.forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
        return headers;
    }
}
