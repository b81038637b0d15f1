package dev.smokerunner.serving;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where requests below a path go instead.
 *
 * <p>As with the proxies of development servers, the path stays as it is: {@code /api/: https://api.example.com} sends
 * {@code /api/x} to {@code https://api.example.com/api/x}. Where the URL has a path of its own, that takes the prefix's
 * place: {@code /api/: https://example.com/v2/} sends it to {@code https://example.com/v2/x}.
 *
 * @param prefix how the path of a request begins
 * @param to where it goes
 */
public record ProxyRule(String prefix, URI to) {

    /** The rules with the longest prefix first, so that the most exact one is met first. */
    public static List<ProxyRule> of(Map<String, URI> proxy) {
        return proxy.entrySet().stream()
                .map(entry -> new ProxyRule(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                                (ProxyRule rule) -> rule.prefix().length())
                        .reversed())
                .toList();
    }

    /** Whether a request goes there. */
    public boolean matches(String rawPath) {
        return rawPath.startsWith(prefix);
    }

    /** The server behind it, without credentials. */
    String server() {
        return to.getPort() < 0 ? to.getHost() : to.getHost() + ":" + to.getPort();
    }

    /** The address of a request there, without credentials, for people to ask it themselves. */
    public String told(String rawPath, Optional<String> rawQuery) {
        URI whole = address(rawPath, rawQuery);
        return whole.getScheme() + "://" + server() + whole.getRawPath()
                + rawQuery.map(text -> "?" + text).orElse("");
    }

    /** The address of a request there. */
    URI address(String rawPath, Optional<String> rawQuery) {
        String own = Optional.ofNullable(to.getRawPath()).orElse("");
        String path = own.isEmpty() || own.equals("/") ? rawPath : own + rawPath.substring(prefix.length());
        String query = rawQuery.map(text -> "?" + text).orElse("");
        return URI.create(to.getScheme() + "://" + to.getRawAuthority() + path + query);
    }
}
