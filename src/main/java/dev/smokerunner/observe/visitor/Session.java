package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.visitor.SessionCookie.SameSite;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a visitor brings along: the cookies, and what the storage of one origin holds.
 *
 * @param origin the origin whose storage it is, as pages write it; empty where nothing is stored
 * @param cookies each goes where it belongs and nowhere else
 * @param local what the origin's local storage holds
 * @param session what its session storage holds
 */
public record Session(
        String origin, List<SessionCookie> cookies, Map<String, Secret> local, Map<String, Secret> session) {
    /** That of a visitor whom nobody knows. */
    public static final Session NONE = new Session("", List.of(), Map.of(), Map.of());

    /**
     * What may be a token within a value: 64 bits, the least that OWASP's cheat sheet on session management wants of an
     * identifier, are 16 hexadecimal digits. Shorter values are settings, and would be cut out of innocent words.
     */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=%-]{16,}");

    /** Copies the list and the maps. */
    public Session {
        requireNonNull(origin);
        cookies = List.copyOf(cookies);
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
        session = Collections.unmodifiableMap(new LinkedHashMap<>(session));
    }

    /** What a config gives to visitors of a page. */
    public static Session of(Preparation preparation, URI page) {
        boolean isSecure = "https".equalsIgnoreCase(page.getScheme());
        String host = String.valueOf(page.getHost()).toLowerCase(Locale.ROOT);
        List<SessionCookie> cookies = preparation.cookies().entrySet().stream()
                .map(cookie -> new SessionCookie(
                        cookie.getKey(), cookie.getValue(), host, true, "/", isSecure, false, SameSite.UNSET))
                .toList();
        return new Session(origin(page), cookies, preparation.local(), preparation.session());
    }

    /** The origin of a page, as pages write it: without the port that its scheme has anyway. */
    public static String origin(URI page) {
        String scheme = String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = page.getPort() < 0 || page.getPort() == usual ? "" : ":" + page.getPort();
        return scheme + "://" + String.valueOf(page.getHost()).toLowerCase(Locale.ROOT) + port;
    }

    /** Whether there is anything to store. */
    public boolean isStoring() {
        return !local.isEmpty() || !session.isEmpty();
    }

    /** What of it no output may show: what could be used to log in. */
    public List<Secret> tokens() {
        Stream<Secret> values = Stream.of(
                        cookies.stream().map(SessionCookie::value), local.values().stream(), session.values().stream())
                .flatMap(part -> part);
        return values.flatMap(value -> TOKEN.matcher(value.reveal()).results())
                .map(token -> new Secret(token.group()))
                .toList();
    }
}
