package dev.smokerunner.observe.http;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Makes requests that look like a browser's; what belongs to the page's own origin goes to no other. */
final class RequestBuilder {
    private final HttpUrl origin;
    private final Map<Role, Headers> toOthers = new EnumMap<>(Role.class);
    private final Map<Role, Headers> toOwn = new EnumMap<>(Role.class);
    /** To the page's own origin as well, without what logs somebody in. */
    private final Map<Role, Headers> toOwnBare = new EnumMap<>(Role.class);

    /**
     * Prepares what each request carries.
     *
     * @throws IllegalArgumentException if the origin is no http or https URL, or a header cannot be sent
     */
    RequestBuilder(HttpOptions options) {
        this.origin = HttpUrl.get(options.origin().toString());
        Headers own = own(options);
        for (Role role : Role.values()) {
            Headers common = common(options.userAgent(), role);
            Headers.Builder all = common.newBuilder();
            own.forEach(header -> all.set(header.getFirst(), header.getSecond()));
            toOthers.put(role, common);
            toOwn.put(role, all.build());
            toOwnBare.put(
                    role, all.removeAll("Authorization").removeAll("Cookie").build());
        }
    }

    private static Headers own(HttpOptions options) {
        Headers.Builder headers = new Headers.Builder();
        options.headers().forEach(headers::set);
        options.basicAuth()
                .ifPresent(auth -> headers.set(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(auth.reveal().getBytes(StandardCharsets.UTF_8))));
        return headers.build();
    }

    private static Headers common(String userAgent, Role role) {
        return new Headers.Builder()
                .set("User-Agent", userAgent)
                .set("Accept", accept(role))
                .set("Accept-Language", "en-US,en;q=0.9")
                .set("Accept-Encoding", ContentDecoding.ACCEPTED)
                .build();
    }

    Request get(HttpUrl url, Inquiry inquiry) {
        Map<Role, Headers> headers = isOwn(url) ? (inquiry.isWithoutCredentials() ? toOwnBare : toOwn) : toOthers;
        Request.Builder request = new Request.Builder().url(url).headers(requireNonNull(headers.get(inquiry.role())));
        FetchHeaders.addTo(request, url, inquiry);
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
        return FetchHeaders.isSameOrigin(url, origin);
    }

    /** A URL for OkHttp. */
    static java.util.Optional<HttpUrl> url(URI url) {
        return java.util.Optional.ofNullable(HttpUrl.parse(url.toString()));
    }
}
