package dev.smokerunner.observe.visitor;

import dev.smokerunner.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done before pages are looked at, so that they take the visitor for somebody who is logged in.
 *
 * @param cookies cookies for the page's own origin, by name
 * @param local what the local storage of the page's own origin holds, by key
 * @param session what its session storage holds, by key
 * @param steps how to log in; empty where nobody has to
 */
public record Preparation(
        Map<String, Secret> cookies, Map<String, Secret> local, Map<String, Secret> session, List<LogInStep> steps) {
    /** Nothing. */
    public static final Preparation NONE = new Preparation(Map.of(), Map.of(), Map.of(), List.of());

    /** Copies the maps and the list. */
    public Preparation {
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
        session = Collections.unmodifiableMap(new LinkedHashMap<>(session));
        steps = List.copyOf(steps);
    }

    /** Whether it makes a visitor somebody. */
    public boolean isAny() {
        return !(cookies.isEmpty() && local.isEmpty() && session.isEmpty() && steps.isEmpty());
    }
}
