package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that a directive of a Content-Security-Policy allows (Level 3, section 6.7.2): words as {@code 'self'},
 * schemes, and hosts with or without scheme, port and path.
 *
 * @param sources the words behind the directive's name
 */
record SourceList(List<String> sources) {
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):");
    private static final Pattern HOST =
            Pattern.compile("(?:([a-z][a-z0-9+.-]*)://)?([^/:]+)(?::(\\d+|\\*))?(/[^?#]*)?");

    /** Copies the list. */
    SourceList {
        sources = List.copyOf(sources);
    }

    /** Reads the words behind a directive's name. */
    static SourceList of(String text) {
        return new SourceList(Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /**
     * Whether it allows an address.
     *
     * @param url the address
     * @param page the page of the policy
     */
    boolean allows(URI url, URI page) {
        return sources.stream().anyMatch(source -> isOf(source, url, page));
    }

    /** The first source that allows other files of the same origin and not this one, because it has a path; absent where none does. */
    Optional<String> withAnotherPath(URI url) {
        return sources.stream()
                .filter(source -> {
                    Matcher host = HOST.matcher(source.toLowerCase(Locale.ROOT));
                    return host.matches() && host.group(4) != null && isOrigin(host, url, url);
                })
                .findFirst();
    }

    private static boolean isOf(String source, URI url, URI page) {
        String word = source.toLowerCase(Locale.ROOT);
        if (word.equals("*")) {
            return Requests.isHttp(url) || scheme(url).equals(scheme(page));
        }
        if (word.equals("'self'")) {
            return Origins.isSame(url, page) || isUpgraded(url, page);
        }
        Matcher scheme = SCHEME.matcher(word);
        if (scheme.matches()) {
            return isScheme(scheme.group(1), scheme(url));
        }
        Matcher host = HOST.matcher(word);
        return host.matches() && isOrigin(host, url, page) && isPath(source, host, String.valueOf(url.getRawPath()));
    }

    private static boolean isOrigin(Matcher host, URI url, URI page) {
        return isScheme(Optional.ofNullable(host.group(1)).orElse(scheme(page)), scheme(url))
                && isHost(host.group(2), Requests.host(url))
                && isPort(host.group(3), url);
    }

    /** The same host with https on the default port counts as the page's own. */
    private static boolean isUpgraded(URI url, URI page) {
        return Requests.host(url).equals(Requests.host(page))
                && isScheme(scheme(page), scheme(url))
                && port(url) == (scheme(url).equals("https") ? 443 : 80)
                && port(page) == (scheme(page).equals("https") ? 443 : 80);
    }

    private static boolean isScheme(String allowed, String other) {
        return allowed.equals(other) || allowed.equals("http") && other.equals("https");
    }

    private static boolean isHost(String allowed, String host) {
        return allowed.equals("*")
                || allowed.equals(host)
                || allowed.startsWith("*.") && host.endsWith(allowed.substring(1));
    }

    private static boolean isPort(String allowed, URI url) {
        boolean isDefault = port(url) == (scheme(url).equals("https") ? 443 : 80);
        return allowed == null
                ? isDefault
                : allowed.equals("*")
                        || allowed.equals(String.valueOf(port(url)))
                        || allowed.equals("80") && port(url) == 443;
    }

    /** A path counts as it is written: whole, or as a folder where it ends with a slash. */
    private static boolean isPath(String source, Matcher host, String path) {
        if (host.group(4) == null || host.group(4).equals("/")) {
            return true;
        }
        String allowed = source.substring(host.start(4));
        return allowed.endsWith("/") ? path.startsWith(allowed) : path.equals(allowed);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : scheme(url).equals("https") ? 443 : 80;
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }
}
