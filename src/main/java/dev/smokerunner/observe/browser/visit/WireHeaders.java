package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header fields of a message as a browser tells them: those of one name as one text, a line each, of any length. */
public final class WireHeaders {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** One more field; its value is cut. */
    public WireHeaders add(String name, String value) {
        List<String> values = fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), same -> new ArrayList<>());
        for (String one : value.split("\n", -1)) {
            values.add(MessageBook.cut(one));
        }
        return this;
    }

    /** What was added. */
    public Headers headers() {
        return new Headers(fields);
    }
}
