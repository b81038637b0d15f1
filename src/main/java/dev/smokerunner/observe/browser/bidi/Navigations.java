package dev.smokerunner.observe.browser.bidi;

import java.util.HashMap;
import java.util.Map;

/**
 * The navigations of one tab. Firefox gives a page that reloads itself the name of the navigation that came to it and does not
 * tell that it starts; only the request for the document is another one.
 */
final class Navigations {
    private final Map<String, String> byRequest = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();

    /**
     * Our name for the navigation for which a document is asked for: the protocol's own the first time.
     *
     * @param name the protocol's name
     * @param request the protocol's name for the request
     */
    String of(String name, String request) {
        return byRequest.computeIfAbsent(request, first -> {
            String own = latest.containsKey(name) ? name + "#" + request : name;
            latest.put(name, own);
            return own;
        });
    }

    /** Our name for the last one that has this name in the protocol. */
    String latest(String name) {
        return latest.getOrDefault(name, name);
    }
}
