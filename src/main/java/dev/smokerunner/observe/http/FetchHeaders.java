package dev.smokerunner.observe.http;

import dev.smokerunner.network.Loopback;
import dev.smokerunner.observation.Role;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** What a browser's request says of the page that it is for: servers and firewalls decide by it. */
final class FetchHeaders {
    private FetchHeaders() {}

    /** Adds them to a request. */
    static void addTo(Request.Builder request, HttpUrl url, Inquiry inquiry) {
        Optional<HttpUrl> page = inquiry.page().flatMap(RequestBuilder::url);
        if (page.isEmpty() && inquiry.role() != Role.DOCUMENT) {
            return;
        }
        if (isTrustworthy(url)) {
            request.header("Sec-Fetch-Dest", inquiry.destination());
            request.header("Sec-Fetch-Mode", inquiry.mode());
            request.header("Sec-Fetch-Site", page.map(from -> site(from, url)).orElse("none"));
        }
        page.filter(from -> inquiry.mode().equals("cors") && !isSameOrigin(from, url))
                .ifPresent(from -> request.header("Origin", origin(from)));
        inquiry.referrer()
                .or(inquiry::page)
                .flatMap(RequestBuilder::url)
                .flatMap(from -> referrer(from, url))
                .ifPresent(referrer -> request.header("Referer", referrer));
    }

    /** Browsers tell only secure origins and their own machine how they fetch. */
    private static boolean isTrustworthy(HttpUrl url) {
        return url.isHttps() || Loopback.isHost(url.host());
    }

    private static String site(HttpUrl page, HttpUrl url) {
        if (isSameOrigin(page, url)) {
            return "same-origin";
        }
        String domain = page.topPrivateDomain();
        boolean isSameSite = page.host().equals(url.host()) || domain != null && domain.equals(url.topPrivateDomain());
        return isSameSite && page.scheme().equals(url.scheme()) ? "same-site" : "cross-site";
    }

    /** The browsers' default, {@code strict-origin-when-cross-origin}. */
    private static Optional<String> referrer(HttpUrl from, HttpUrl url) {
        if (from.isHttps() && !url.isHttps()) {
            return Optional.empty();
        }
        HttpUrl plain =
                from.newBuilder().username("").password("").fragment(null).build();
        return Optional.of(isSameOrigin(from, url) ? plain.toString() : origin(from) + "/");
    }

    static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static String origin(HttpUrl url) {
        String whole = url.resolve("/").toString();
        return whole.substring(0, whole.length() - 1);
    }
}
