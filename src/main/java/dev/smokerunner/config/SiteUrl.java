package dev.smokerunner.config;

import dev.smokerunner.network.Port;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** URLs of sites as people write them. */
public final class SiteUrl {
    private static final String EXPECTED = "an http or https URL such as https://www.example.com/signup/";

    private SiteUrl() {}

    /**
     * The URL that a text says; a URL without a path gets {@code /}.
     *
     * @throws IllegalArgumentException if it is none that a site can have, or holds credentials; the message is what is
     *     expected
     */
    public static URI parse(String text) {
        URI url = uri(text);
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException(
                    "a URL without user and password (for those there is browser.basic-auth with ${secret:NAME})");
        }
        if (url.getHost() == null || url.getPort() > Port.HIGHEST) {
            throw new IllegalArgumentException(EXPECTED + ", its host in ASCII letters, digits, dots and dashes");
        }
        return url.getRawPath().isEmpty() ? url.resolve("/" + afterPath(url)) : url;
    }

    /** Whether a parameter of its query is named as credentials are: such a URL does not belong in a file. */
    public static boolean holdsCredential(URI url) {
        String query = url.getQuery() == null ? "" : url.getQuery();
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2)[0])
                .anyMatch(Credentials::isCredential);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    private static String afterPath(URI url) {
        return (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment());
    }
}
