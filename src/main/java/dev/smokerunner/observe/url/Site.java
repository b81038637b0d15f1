package dev.smokerunner.observe.url;

import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.OwnSite;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Knows which URLs belong to a page's own site: those of its registrable domain, and those of the hosts that the config
 * names. IP addresses and hosts without a registrable domain are compared whole; ports and schemes do not matter.
 */
public final class Site implements Predicate<URI> {
    private final OwnSite own;
    /** What was found out for an origin: a page names thousands of URLs, and a handful of hosts. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * The site of a page.
     *
     * @param page the page's URL
     * @param also patterns of further hosts, e.g. {@code *.example.com}
     */
    public Site(URI page, List<UrlPattern> also) {
        List<UrlPattern> lower = also.stream()
                .map(pattern -> new UrlPattern(pattern.written().toLowerCase(Locale.ROOT)))
                .toList();
        Optional<String> domain = host(page).flatMap(url -> Optional.ofNullable(url.topPrivateDomain()));
        this.own = new OwnSite(domain.or(() -> host(page).map(HttpUrl::host)).orElse(""), domain.isPresent(), lower);
    }

    /** The rule by which it is decided, for those who judge later. */
    public OwnSite own() {
        return own;
    }

    @Override
    public boolean test(URI url) {
        return known.computeIfAbsent(url.getScheme() + "://" + url.getRawAuthority(), origin -> isOfSite(url));
    }

    private boolean isOfSite(URI url) {
        return host(url).filter(known -> own.hasHost(known.host())).isPresent();
    }

    private static Optional<HttpUrl> host(URI url) {
        return Optional.ofNullable(HttpUrl.parse(url.toString()));
    }
}
