package dev.smokerunner.observe.http;

import dev.smokerunner.observation.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Makes requests that look like a browser's; what belongs to the page's own origin goes to no other. */
final class Requests {
    private final HttpUrl origin;
    private final Headers own;
    private final String userAgent;

    /**
     * Prepares what each request carries.
     *
     * @throws IllegalArgumentException if the origin is no http or https URL, or a header cannot be sent
     */
    Requests(HttpOptions options) {
        this.origin = HttpUrl.get(options.origin().toString());
        this.userAgent = options.userAgent();
        Headers.Builder headers = new Headers.Builder();
        options.headers().forEach(headers::set);
        options.basicAuth()
                .ifPresent(auth -> headers.set(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(auth.reveal().getBytes(StandardCharsets.UTF_8))));
        this.own = headers.build();
    }

    Request get(HttpUrl url, Role role) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", userAgent)
                .header("Accept", accept(role))
                .header("Accept-Language", "en-US,en;q=0.9")
                .header("Accept-Encoding", ContentDecoding.ACCEPTED);
        if (isOwn(url)) {
            own.forEach(header -> request.header(header.getFirst(), header.getSecond()));
        }
        return request.build();
    }

    /** Servers decide by this whether a missing file gets the start page, and in which format a picture goes out. */
    static String accept(Role role) {
        return switch (role) {
            case DOCUMENT -> "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
            case STYLE -> "text/css,*/*;q=0.1";
            case IMAGE, ICON -> "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";
            case SCRIPT, MODULE, FONT, JSON, SOURCE_MAP, WORKER, MANIFEST, OTHER -> "*/*";
        };
    }

    private boolean isOwn(HttpUrl url) {
        return url.scheme().equals(origin.scheme()) && url.host().equals(origin.host()) && url.port() == origin.port();
    }

    /** A URL for OkHttp. */
    static java.util.Optional<HttpUrl> url(URI url) {
        return java.util.Optional.ofNullable(HttpUrl.parse(url.toString()));
    }
}
