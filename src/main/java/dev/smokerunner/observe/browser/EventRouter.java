package dev.smokerunner.observe.browser;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Brings each event to the visit that it belongs to. */
final class EventRouter {
    private final Map<String, Listener> byUserContext = new ConcurrentHashMap<>();
    private final Map<String, Listener> bySession = new ConcurrentHashMap<>();

    /** One visit. */
    interface Listener {
        /** Something happened in its tab. */
        void accept(BidiEvent event);

        /** The connection is gone: nothing more will come. */
        void breakOff();
    }

    void add(Tab tab, Listener visit) {
        byUserContext.put(tab.userContext(), visit);
        if (!tab.cdpSession().isEmpty()) {
            bySession.put(tab.cdpSession(), visit);
        }
    }

    void remove(Tab tab) {
        byUserContext.remove(tab.userContext());
        bySession.remove(tab.cdpSession());
    }

    void route(BidiEvent event) {
        Listener visit = event.method().startsWith("goog:cdp.")
                ? bySession.get(event.params().textOr("session", ""))
                : byUserContext.get(event.userContext());
        if (visit != null) {
            visit.accept(event);
        }
    }

    void breakOff() {
        byUserContext.values().forEach(Listener::breakOff);
    }
}
