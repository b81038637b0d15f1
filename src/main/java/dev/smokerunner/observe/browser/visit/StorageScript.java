package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a visitor brings along into the storage of its own origin, before any script of a page runs. A frame of
 * another origin gets nothing; what the page has stored itself by then stays.
 */
public final class StorageScript {
    private static final String FUNCTION = InjectedScripts.read("storage.js");

    private StorageScript() {}

    /** The script's statements; empty where there is nothing to store. */
    public static Optional<String> of(Session session) {
        if (!session.isStoring()) {
            return Optional.empty();
        }
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("origin", session.origin());
        held.put("local", revealed(session.local()));
        held.put("session", revealed(session.session()));
        return Optional.of("(" + FUNCTION.strip() + ")(" + WireJson.write(held) + ");");
    }

    private static Map<String, String> revealed(Map<String, Secret> values) {
        Map<String, String> revealed = new LinkedHashMap<>();
        values.forEach((key, value) -> revealed.put(key, value.reveal()));
        return revealed;
    }
}
