package dev.smokerunner.observe.url;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Turns what a page mentions into a URL as a browser does.
 *
 * <p>Everybody who compares URLs gets them from here, so that one address has one spelling.
 */
public final class UrlResolver {
    private static final Set<String> NOT_FETCHED = Set.of(
            "data", "blob", "javascript", "vbscript", "about", "mailto", "tel", "sms", "filesystem", "view-source");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):");

    private static final Pattern PLAIN = Pattern.compile("https?://[a-zA-Z0-9.-]+(:\\d+)?/[a-zA-Z0-9._~/=&?-]*");

    private UrlResolver() {}

    /**
     * The URL that a text means on a page, without fragment.
     *
     * @param base what relative texts are resolved against; http or https
     * @param raw the text as it stands there
     * @return empty where a browser would find no http or https URL in it
     */
    public static Optional<URI> resolve(URI base, String raw) {
        return new UrlBase(base).resolve(raw);
    }

    /**
     * An absolute http or https URL in the spelling of this class, without fragment.
     *
     * @param text the URL in any spelling
     * @return empty where it is none
     */
    public static Optional<URI> absolute(String text) {
        return Optional.ofNullable(HttpUrl.parse(stripped(text))).map(UrlResolver::spelled);
    }

    static URI spelled(HttpUrl url) {
        String text = url.toString();
        // Most are plain; the others hold characters that Java's own URLs want escaped.
        return PLAIN.matcher(text).matches()
                ? URI.create(text)
                : url.newBuilder().fragment(null).build().uri();
    }

    /**
     * Whether a text asks a browser to fetch something: not empty, not only a fragment, and of no scheme that stays within
     * the browser.
     *
     * @param raw the text as it stands there
     */
    public static boolean isReference(String raw) {
        String text = stripped(raw);
        if (text.isEmpty() || text.startsWith("#")) {
            return false;
        }
        Matcher scheme = SCHEME.matcher(text);
        return !(scheme.lookingAt() && NOT_FETCHED.contains(scheme.group(1).toLowerCase(java.util.Locale.ROOT)));
    }

    /** Browsers drop tabs and line ends anywhere in a URL, and control characters and spaces around it. */
    static String stripped(String raw) {
        return raw.replace("\t", "").replace("\n", "").replace("\r", "").trim();
    }
}
