package dev.smokerunner.observe.html;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the addresses out of JSON that pages carry: import maps and web app manifests. */
final class ImportMap {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ImportMap() {}

    /** The URLs of an import map's modules; none where it is no JSON. Folders and bare names are left out. */
    static List<String> urls(String text) {
        List<String> urls = new ArrayList<>();
        JsonNode map = parse(text);
        addUrls(map.path("imports"), urls);
        map.path("scopes").forEach(scope -> addUrls(scope, urls));
        return urls;
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            // A broken map is the browser's to report; nothing is named by it.
            return JSON.missingNode();
        }
    }

    private static void addUrls(JsonNode modules, List<String> urls) {
        for (JsonNode value : modules) {
            String url = value.isString() ? value.stringValue() : "";
            if (url.matches("(?s)(/|\\./|\\.\\./|[a-zA-Z][a-zA-Z0-9+.-]*:).*") && !url.endsWith("/")) {
                urls.add(url);
            }
        }
    }
}
