package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is expected of a page's assets.
 *
 * @param ignored URLs that no check says anything about
 * @param forbiddenHosts patterns of host names that the page must not refer to
 * @param allowedHosts patterns of host names whose scripts something on the way may put into the page
 * @param cache the cache policy that answers must have
 * @param environments the hosts of the config's other environments
 */
public record AssetExpectations(
        List<UrlPattern> ignored,
        List<UrlPattern> forbiddenHosts,
        List<UrlPattern> allowedHosts,
        CacheRules cache,
        EnvironmentHosts environments) {

    /** What is expected of assets about which nobody said anything. */
    public static final AssetExpectations NONE =
            new AssetExpectations(List.of(), List.of(), List.of(), CacheRules.NONE, EnvironmentHosts.NONE);

    /** Copies the lists. */
    public AssetExpectations {
        requireNonNull(cache);
        requireNonNull(environments);
        ignored = List.copyOf(ignored);
        allowedHosts = List.copyOf(allowedHosts);
        forbiddenHosts = List.copyOf(forbiddenHosts);
    }

    /** Whether no check says anything about a URL. */
    public boolean ignores(String url) {
        return ignored.stream().anyMatch(pattern -> pattern.matches(url));
    }
}
