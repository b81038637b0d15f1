package dev.smokerunner.observe.browser.devtools;

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
record ProfileSession(DevToolsSession browser, TabPlace place) {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /**
     * Puts it there; must be done before the tab goes anywhere.
     *
     * @throws CommandException if the browser does not take it
     */
    void put(Session session) throws CommandException {
        if (!session.cookies().isEmpty()) {
            List<Map<String, Object>> cookies =
                    session.cookies().stream().map(ProfileSession::written).toList();
            browser.call("Storage.setCookies", Map.of("cookies", cookies, "browserContextId", place.profile()), ANSWER);
        }
        StorageScript.of(session).ifPresent(script -> place.session()
                .tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script)));
    }

    private static Map<String, Object> written(SessionCookie cookie) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", cookie.name());
        fields.put("value", cookie.value().reveal());
        // Without a domain the cookie is of the URL's host alone.
        fields.put("url", (cookie.isSecure() ? "https://" : "http://") + cookie.host() + "/");
        if (!cookie.isHostOnly()) {
            fields.put("domain", cookie.domain());
        }
        fields.put("path", cookie.path());
        fields.put("secure", cookie.isSecure());
        fields.put("httpOnly", cookie.isHttpOnly());
        if (cookie.sameSite() != SameSite.UNSET) {
            String name = cookie.sameSite().name();
            fields.put("sameSite", name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        }
        return fields;
    }

    /**
     * The cookies of the profile. Those that belong to frames of one site only stay behind: in another profile they would be
     * everybody's.
     *
     * @throws CommandException if the browser does not tell in time
     */
    List<SessionCookie> cookies(Duration limit) throws CommandException {
        return browser
                .call("Storage.getCookies", Map.of("browserContextId", place.profile()), limit)
                .list("cookies")
                .stream()
                .filter(cookie -> !cookie.has("partitionKey"))
                .map(cookie -> WireCookie.read(cookie, cookie.textOr("value", "")))
                .toList();
    }
}
