package dev.smokerunner.check.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Origins of URLs as headers write them. */
public final class Origins {
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private Origins() {}

    /** Scheme, host and port of a URL; the URL itself where it has no host, e.g. {@code data:}. */
    public static String of(URI url) {
        if (url.getHost() == null) {
            return Optional.ofNullable(url.getScheme())
                    .map(scheme -> scheme + ":")
                    .orElse(url.toString());
        }
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean isDefault = url.getPort() < 0
                || url.getPort() == 80 && scheme.equals("http")
                || url.getPort() == 443 && scheme.equals("https");
        return scheme + "://" + Requests.host(url) + (isDefault ? "" : ":" + url.getPort());
    }

    /** The host of an authority without user, e.g. of {@code example.com:8080}. */
    public static String host(String authority) {
        return PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Whether scripts of one may read the other without being allowed to. */
    public static boolean isSame(URI one, URI other) {
        return of(one).equals(of(other));
    }
}
