package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.OriginHeaders;
import dev.smokerunner.observe.url.LenientUri;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Adds header fields to the requests of an origin.
 *
 * <p>The protocol can add headers by itself, but only to all requests of a target, third parties' included; so each request
 * to the origin is held up, given its headers and let go.
 *
 * @param added what is added to which
 */
record RequestHold(OriginHeaders added) {

    /** Makes a target wait with each request to the origin. */
    void holdUp(DevToolsSession target) {
        URI origin = added.origin();
        String port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
        String pattern = (origin.getScheme() + "://" + origin.getHost() + port + "/*").toLowerCase(Locale.ROOT);
        target.tell("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", pattern))));
    }

    /** Lets a request go that was held up. */
    void letGo(DevToolsEvent event) {
        Fields request = event.params().in("request");
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("requestId", event.params().textOr("requestId", ""));
        if (added.areFor(LenientUri.of(request.textOr("url", "")))) {
            params.put("headers", headers(request.in("headers")));
        }
        event.session().tell("Fetch.continueRequest", params);
    }

    private List<Map<String, String>> headers(Fields fields) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        fields.copy().forEach((name, value) -> sent.add(Map.entry(name, String.valueOf(value))));
        return added.addedTo(sent).stream()
                .map(field -> Map.of("name", field.getKey(), "value", field.getValue()))
                .toList();
    }
}
