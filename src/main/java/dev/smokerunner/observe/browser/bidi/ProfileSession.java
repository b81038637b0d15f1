package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.StorageScript;
import dev.smokerunner.observe.browser.visit.WireCookie;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import dev.smokerunner.observe.visitor.SessionCookie.SameSite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a visitor brings along, in the profile of a tab.
 *
 * @param browser the way to the browser
 * @param place where the tab is
 */
record ProfileSession(BidiConnection browser, TabPlace place) {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /**
     * Puts it there; must be done before the tab goes anywhere.
     *
     * @throws CommandException if the browser does not take it
     */
    void put(Session session) throws CommandException {
        StorageScript.of(session)
                .ifPresent(script -> browser.tell(
                        "script.addPreloadScript",
                        Map.of(
                                "functionDeclaration",
                                "() => {\n" + script + "\n}",
                                "userContexts",
                                List.of(place.profile()))));
        for (SessionCookie cookie : session.cookies()) {
            browser.call("storage.setCookie", Map.of("cookie", written(cookie), "partition", partition()), ANSWER);
        }
    }

    private Map<String, String> partition() {
        return Map.of("type", "storageKey", "userContext", place.profile());
    }

    private static Map<String, Object> written(SessionCookie cookie) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", cookie.name());
        fields.put("value", Map.of("type", "string", "value", cookie.value().reveal()));
        fields.put("domain", cookie.domain());
        fields.put("path", cookie.path());
        fields.put("secure", cookie.isSecure());
        fields.put("httpOnly", cookie.isHttpOnly());
        if (cookie.sameSite() != SameSite.UNSET) {
            fields.put("sameSite", cookie.sameSite().name().toLowerCase(Locale.ROOT));
        }
        return fields;
    }

    /**
     * The cookies of the profile.
     *
     * @throws CommandException if the browser does not tell in time
     */
    List<SessionCookie> cookies(Duration limit) throws CommandException {
        return browser.call("storage.getCookies", Map.of("partition", partition()), limit).list("cookies").stream()
                .map(cookie -> WireCookie.read(cookie, cookie.in("value").textOr("value", "")))
                .toList();
    }
}
