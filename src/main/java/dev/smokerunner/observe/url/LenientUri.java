package dev.smokerunner.observe.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Turns what a browser calls a URL into a {@link URI}, which is stricter. */
public final class LenientUri {
    private static final int LONGEST = 8_000;

    private LenientUri() {}

    /** The URL in the one spelling that all ways of seeing share, cut to 8,000 characters and without fragment. */
    public static URI of(String url) {
        String cut = url.length() > LONGEST ? url.substring(0, LONGEST) : url;
        return UrlResolver.absolute(cut).orElseGet(() -> notFetched(cut));
    }

    /** Pages of the browser itself, data and the like. */
    private static URI notFetched(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException strict) {
            return URI.create("invalid:" + URLEncoder.encode(url, StandardCharsets.UTF_8));
        }
    }
}
