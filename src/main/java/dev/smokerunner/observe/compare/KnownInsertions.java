package dev.smokerunner.observe.compare;

import java.util.List;
import java.util.Set;

/**
 * What CDNs put into pages that pass through them, by their own words.
 *
 * <p>Sources: Cloudflare ("Reference: /cdn-cgi/ endpoint"; "Web Analytics": {@code static.cloudflareinsights.com}), Akamai
 * ("mPulse": {@code *.go-mpulse.net}; "Bot Manager": {@code /akam/}), Vercel ("Web Analytics", "Speed Insights":
 * {@code /_vercel/}), Netlify ("Snippet injection", "Deploy Previews": {@code /.netlify/}), Imperva ("Client classification":
 * {@code /_Incapsula_Resource}), F5 ("Proactive Bot Defense": {@code /TSPD/}). What the agent of a monitoring product puts in
 * is not here: it is no CDN, and the config can name it.
 */
final class KnownInsertions {
    private static final List<String> OWN_PATHS =
            List.of("/cdn-cgi/", "/akam/", "/_vercel/", "/.netlify/", "/_Incapsula_Resource", "/TSPD/");

    private static final Set<String> HOSTS = Set.of("static.cloudflareinsights.com", "ajax.cloudflare.com");
    private static final String MPULSE = ".go-mpulse.net";

    private KnownInsertions() {}

    /** Whether a path of a site is answered by the CDN in front of it. */
    static boolean isOwnPath(String path) {
        return OWN_PATHS.stream().anyMatch(path::startsWith);
    }

    /** Whether a host is one whose scripts a CDN puts in. */
    static boolean isHost(String host) {
        return HOSTS.contains(host) || host.endsWith(MPULSE);
    }

    /** Whether an inline script names what a CDN answers itself. */
    static boolean isNamedIn(String script) {
        return OWN_PATHS.stream().anyMatch(script::contains) || script.contains(MPULSE);
    }
}
