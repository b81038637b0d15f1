package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.visitor.SessionCookie;
import dev.smokerunner.observe.visitor.SessionCookie.SameSite;
import dev.smokerunner.secret.Secret;
import java.util.Arrays;

/** A cookie as both protocols tell it; only of its value each has its own way. */
public final class WireCookie {
    private WireCookie() {}

    /**
     * Reads a cookie.
     *
     * @param cookie what the browser tells of it
     * @param value its value
     */
    public static SessionCookie read(Fields cookie, String value) {
        String domain = cookie.textOr("domain", "");
        boolean isHostOnly = !domain.startsWith(".");
        return new SessionCookie(
                cookie.textOr("name", ""),
                new Secret(value),
                isHostOnly ? domain : domain.substring(1),
                isHostOnly,
                cookie.textOr("path", "/"),
                cookie.flag("secure"),
                cookie.flag("httpOnly"),
                Arrays.stream(SameSite.values())
                        .filter(known -> known.name().equalsIgnoreCase(cookie.textOr("sameSite", "")))
                        .findFirst()
                        .orElse(SameSite.UNSET));
    }
}
