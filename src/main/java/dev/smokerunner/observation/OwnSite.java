package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.UrlPattern;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Which hosts belong to a page's own site; the one rule for that. Ports and schemes do not matter.
 *
 * @param host the page's registrable domain, or its whole host where it has none, in lower case
 * @param isDomain whether what is below it belongs to it too
 * @param also patterns of further hosts, in lower case, e.g. {@code *.example.com}
 */
public record OwnSite(String host, boolean isDomain, List<UrlPattern> also) {
    /** Of a page of which nothing was seen. */
    public static final OwnSite NONE = new OwnSite("", false, List.of());

    /** Copies the list. */
    public OwnSite {
        requireNonNull(host);
        also = List.copyOf(also);
    }

    /** Whether a host belongs to it. */
    public boolean hasHost(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.isEmpty()
                && (lower.equals(host)
                        || isDomain && lower.endsWith("." + host)
                        || also.stream().anyMatch(pattern -> pattern.matches(lower)));
    }

    /** Whether the host of a URL belongs to it; not where the URL has none. */
    public boolean has(URI url) {
        return url.getHost() != null && hasHost(url.getHost());
    }
}
