package dev.smokerunner.observe.browser.bidi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings each event to the tab that it belongs to: by the browsing context, which is a tab or a frame, and a context by that
 * around it or by its profile.
 */
final class ContextRouter {
    private final Map<String, TabContexts> byProfile = new ConcurrentHashMap<>();
    private final Map<String, TabContexts> byContext = new ConcurrentHashMap<>();

    void add(String profile, TabContexts tab) {
        byProfile.put(profile, tab);
    }

    void remove(String profile) {
        TabContexts tab = byProfile.remove(profile);
        byContext.values().removeIf(known -> known == tab);
    }

    void route(BidiEvent event) {
        String context = event.context();
        if (event.method().equals("browsingContext.contextCreated")) {
            created(context, event);
        }
        TabContexts tab = byContext.get(context);
        if (tab != null) {
            tab.accept(event);
        }
        if (event.method().equals("browsingContext.contextDestroyed")) {
            byContext.remove(context);
        }
    }

    private void created(String context, BidiEvent event) {
        String parent = event.params().textOr("parent", "");
        TabContexts tab =
                parent.isEmpty() ? byProfile.get(event.params().textOr("userContext", "")) : byContext.get(parent);
        if (tab != null && (!parent.isEmpty() || tab.isPage(context))) {
            byContext.put(context, tab);
        }
    }

    void breakOff() {
        byProfile.values().forEach(TabContexts::breakOff);
    }
}
