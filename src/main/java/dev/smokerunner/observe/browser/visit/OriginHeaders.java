package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.BrowserChoice;
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

/** Header fields, credentials among them, for the requests that go to the page's own origin, and for no others. */
public final class OriginHeaders {
    private final URI origin;
    private final Map<String, String> added;

    private OriginHeaders(URI origin, Map<String, String> added) {
        this.origin = origin;
        this.added = added;
    }

    /** What is to be added to requests of this page; empty where nothing is. */
    public static Optional<OriginHeaders> of(BrowserChoice choice, URI page) {
        Map<String, String> added = new LinkedHashMap<>(choice.headers());
        choice.basicAuth().map(OriginHeaders::credentials).ifPresent(value -> added.put("Authorization", value));
        return added.isEmpty() ? Optional.empty() : Optional.of(new OriginHeaders(page, added));
    }

    private static String credentials(Secret userAndPassword) {
        byte[] bytes = userAndPassword.reveal().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    /** An address of the origin. */
    public URI origin() {
        return origin;
    }

    /** Whether a request goes to the origin. */
    public boolean areFor(URI url) {
        return origin.getScheme().equalsIgnoreCase(url.getScheme())
                && String.valueOf(origin.getHost()).equalsIgnoreCase(url.getHost())
                && origin.getPort() == url.getPort();
    }

    /** The fields of a request, with these instead of those of the same names. */
    public List<Map.Entry<String, String>> addedTo(List<Map.Entry<String, String>> fields) {
        List<String> names = added.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.removeIf(field -> names.contains(field.getKey().toLowerCase(Locale.ROOT)));
        added.forEach((name, value) -> all.add(Map.entry(name, value)));
        return all;
    }
}
