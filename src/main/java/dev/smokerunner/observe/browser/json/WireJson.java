package dev.smokerunner.observe.browser.json;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that is exchanged with browsers and pages. */
public final class WireJson {
    private WireJson() {}

    public static String write(Map<String, ?> message) {
        return JsonMapper.shared().writeValueAsString(message);
    }

    /** The fields of an object; absent where the text is no JSON. */
    public static Optional<Fields> read(String text) {
        try {
            return Optional.of(Fields.of(JsonMapper.shared().readValue(text, Object.class)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
