package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;

/**
 * A cookie that a browser is to hold. How long it lasts is left out: no run takes as long.
 *
 * @param name its name
 * @param value its value
 * @param host the host that it belongs to, without a dot before it
 * @param isHostOnly whether it does not go to the hosts below
 * @param path the path from which on it is sent
 * @param isSecure whether it is sent over https only
 * @param isHttpOnly whether scripts do not see it
 * @param sameSite with which requests of other sites it is sent
 */
public record SessionCookie(
        String name,
        Secret value,
        String host,
        boolean isHostOnly,
        String path,
        boolean isSecure,
        boolean isHttpOnly,
        SameSite sameSite) {

    /** Rejects null. */
    public SessionCookie {
        requireNonNull(name);
        requireNonNull(value);
        requireNonNull(host);
        requireNonNull(path);
        requireNonNull(sameSite);
    }

    /** The host with a dot before it where the hosts below get the cookie too, as protocols write it. */
    public String domain() {
        return isHostOnly ? host : "." + host;
    }

    /** The cookie's attribute of that name. */
    public enum SameSite {
        /** With requests of its own site only. */
        STRICT,
        /** When somebody comes from another site as well. */
        LAX,
        /** With all requests. */
        NONE,
        /** The cookie does not say. */
        UNSET
    }
}
