package dev.smokerunner.observe.url;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What the relative texts of one file are resolved against, read once for the thousands that a file may hold. */
public final class UrlBase {
    private final Optional<HttpUrl> base;

    /**
     * Reads a base.
     *
     * @param base http or https; against anything else only absolute texts resolve
     */
    public UrlBase(URI base) {
        this.base = Optional.ofNullable(HttpUrl.parse(base.toString()));
    }

    /**
     * The URL that a text means, without fragment.
     *
     * @param raw the text as it stands there
     * @return empty where a browser would find no http or https URL in it
     */
    public Optional<URI> resolve(String raw) {
        return base.isEmpty()
                ? UrlResolver.absolute(raw)
                : base.map(from -> from.resolve(UrlResolver.stripped(raw))).map(UrlResolver::spelled);
    }
}
