package dev.smokerunner.observe.browser;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that is exchanged with browsers and pages. */
final class WireJson {
    private WireJson() {}

    static String write(Map<String, ?> message) {
        return JsonMapper.shared().writeValueAsString(message);
    }

    /** The fields of an object; absent where the text is no JSON. */
    static Optional<Fields> read(String text) {
        try {
            return Optional.of(Fields.of(JsonMapper.shared().readValue(text, Object.class)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
