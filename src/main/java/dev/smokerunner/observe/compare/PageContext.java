package dev.smokerunner.observe.compare;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What must be known of a page's site to compare two of its pages.
 *
 * @param url where the page is served
 * @param isFile whether a path below the site is a file of the release
 * @param isNamedHost whether the release itself names a host anywhere
 * @param firstParty whether a URL belongs to the site
 */
public record PageContext(URI url, Predicate<URI> isFile, Predicate<String> isNamedHost, Predicate<URI> firstParty) {

    /** Whether a host is one of the site's own. */
    boolean isOwnHost(String host) {
        return host.equalsIgnoreCase(url.getHost()) || firstParty.test(URI.create("https://" + host + "/"));
    }

    /** The host of a URL that is another site's; absent where it is the page's own host. */
    Optional<String> strangeHost(URI other) {
        return Optional.ofNullable(other.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> !host.equalsIgnoreCase(url.getHost()));
    }
}
