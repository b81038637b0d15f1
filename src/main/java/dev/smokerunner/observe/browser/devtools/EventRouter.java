package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings each event to the tab that it belongs to: by the session, and a session by the profile of its target. */
final class EventRouter {
    private final Map<String, TabTargets> byProfile = new ConcurrentHashMap<>();
    private final Map<String, TabTargets> bySession = new ConcurrentHashMap<>();

    void add(String profile, TabTargets tab) {
        byProfile.put(profile, tab);
    }

    void remove(String profile) {
        TabTargets tab = byProfile.remove(profile);
        bySession.values().removeIf(known -> known == tab);
    }

    void route(DevToolsEvent event) {
        String session = event.session().id();
        if (event.method().equals("Target.attachedToTarget")) {
            attached(event);
        } else if (event.method().equals("Target.detachedFromTarget")) {
            tell(bySession.remove(event.params().textOr("sessionId", "")), event);
        } else if (session.isEmpty()) {
            byProfile.values().forEach(tab -> tab.accept(event));
        } else {
            tell(bySession.get(session), event);
        }
    }

    private void attached(DevToolsEvent event) {
        Fields target = event.params().in("targetInfo");
        DevToolsSession session =
                event.session().connection().session(event.params().textOr("sessionId", ""));
        TabTargets tab = byProfile.get(target.textOr("browserContextId", ""));
        if (tab == null) {
            CompletableFuture<Fields> unused = TabTargets.letGo(session);
        } else {
            bySession.put(session.id(), tab);
            tab.attached(session, target);
        }
    }

    private static void tell(@Nullable TabTargets tab, DevToolsEvent event) {
        if (tab != null) {
            tab.accept(event);
        }
    }

    void breakOff() {
        byProfile.values().forEach(TabTargets::breakOff);
    }
}
