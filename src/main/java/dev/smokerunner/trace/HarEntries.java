package dev.smokerunner.trace;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.Redirect;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request as entries of a HAR: one for each redirect, and one for the answer. What a browser does not say stands in it as the
 * format wants that told: empty, or -1.
 *
 * @param page the name of the page that it belongs to
 * @param masked takes secrets out of a text
 */
record HarEntries(String page, UnaryOperator<String> masked) {
    /** The browser does not tell which version of HTTP it spoke. */
    private static final String VERSION = "unknown";

    /** Their values open what only a visitor may see. */
    private static final Set<String> CREDENTIALS =
            Set.of("set-cookie", "cookie", "authorization", "proxy-authorization");

    private static final int UNKNOWN = -1;

    /**
     * An entry that does not know yet when its visit began.
     *
     * @param startedAfter when it began, from the start of the visit
     * @param json the entry without that
     */
    record Entry(Duration startedAfter, ObjectNode json) {}

    List<Entry> of(BrowserRequest request) {
        List<Entry> entries = new ArrayList<>();
        URI asked = request.url();
        for (Redirect hop : request.redirects()) {
            ObjectNode entry = entry(request.method(), hop.from(), Duration.ZERO);
            entry.set("response", response(hop.status(), Headers.NONE, 0, Optional.of(hop.to())));
            entry.put("comment", "how long the redirect took stands in the answer that it led to");
            entries.add(new Entry(request.startedAfter(), entry));
            asked = hop.to();
        }
        ObjectNode entry = entry(request.method(), asked, request.took().orElse(Duration.ZERO));
        entry.set(
                "response", response(request.status().orElse(0), request.headers(), request.bytes(), Optional.empty()));
        entry.put("_resourceType", word(request.kind()));
        entry.put("_firstParty", request.firstParty());
        entry.put("_fromCache", request.fromCache());
        request.initiator().ifPresent(who -> entry.put("_initiator", masked.apply(who)));
        request.failure().ifPresent(why -> entry.put("_error", word(why.kind())));
        if (request.isOpen()) {
            entry.put("comment", "still open when the visit ended");
        }
        entries.add(new Entry(request.startedAfter(), entry));
        return entries;
    }

    private ObjectNode entry(String method, URI url, Duration took) {
        ObjectNode entry = object();
        entry.put("pageref", page);
        entry.put("time", millis(took));
        entry.set("request", request(method, url));
        entry.set("cache", object());
        ObjectNode timings = entry.putObject("timings");
        timings.put("send", 0);
        timings.put("wait", millis(took));
        timings.put("receive", 0);
        timings.put("comment", "only the whole time is known");
        return entry;
    }

    private ObjectNode request(String method, URI url) {
        ObjectNode request = object();
        request.put("method", masked.apply(method));
        request.put("url", masked.apply(url.toString()));
        request.put("httpVersion", VERSION);
        request.putArray("cookies");
        request.putArray("headers");
        request.set("queryString", query(url));
        request.put("headersSize", UNKNOWN);
        request.put("bodySize", UNKNOWN);
        return request;
    }

    private ArrayNode query(URI url) {
        ArrayNode query = JsonNodeFactory.instance.arrayNode();
        String raw = Optional.ofNullable(url.getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                ObjectNode parameter = query.addObject();
                parameter.put("name", masked.apply(decoded(parts[0])));
                parameter.put("value", parts.length > 1 ? masked.apply(decoded(parts[1])) : "");
            }
        }
        return query;
    }

    private ObjectNode response(int status, Headers headers, long bytes, Optional<URI> onwards) {
        ObjectNode response = object();
        response.put("status", status);
        response.put("statusText", "");
        response.put("httpVersion", VERSION);
        response.putArray("cookies");
        ArrayNode fields = response.putArray("headers");
        for (Map.Entry<String, List<String>> field : headers.fields().entrySet()) {
            for (String value : field.getValue()) {
                ObjectNode header = fields.addObject();
                header.put("name", masked.apply(field.getKey()));
                header.put("value", shown(field.getKey(), value));
            }
        }
        ObjectNode content = response.putObject("content");
        content.put("size", bytes);
        content.put("mimeType", masked.apply(headers.first("content-type").orElse("")));
        response.put(
                "redirectURL", onwards.map(url -> masked.apply(url.toString())).orElse(""));
        response.put("headersSize", UNKNOWN);
        response.put("bodySize", bytes);
        return response;
    }

    /** The name of a cookie and its attributes tell what it is, and open nothing. */
    private String shown(String field, String value) {
        if (field.equals("set-cookie")) {
            return masked.apply(value.replaceFirst("=[^;]*", "=***"));
        }
        return CREDENTIALS.contains(field) ? "***" : masked.apply(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static double millis(Duration took) {
        return (double) took.toNanos() / 1_000_000;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
