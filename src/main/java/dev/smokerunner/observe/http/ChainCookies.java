package dev.smokerunner.observe.http;

import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.observe.visitor.SessionCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps cookies along one chain of redirects, as a browser does that has none but those of the pages it is on: sites that
 * set a cookie and send the visitor to the same address again would else look like a loop.
 */
final class ChainCookies {
    private static final int MOST = 100;

    private final List<Cookie> cookies;
    private final Inquiry inquiry;

    /** Begins with these cookies, of which those are sent that a browser sends. */
    ChainCookies(Inquiry inquiry, List<Cookie> begin) {
        this.inquiry = inquiry;
        this.cookies = new ArrayList<>(begin);
    }

    /** The cookies that a visitor brings along; those with a name or a value that cannot be sent are left out. */
    static List<Cookie> of(Session session) {
        return session.cookies().stream()
                .flatMap(cookie -> read(cookie).stream())
                .toList();
    }

    private static Optional<Cookie> read(SessionCookie cookie) {
        try {
            Cookie.Builder read = new Cookie.Builder()
                    .name(cookie.name())
                    .value(cookie.value().reveal())
                    .path(cookie.path());
            if (cookie.isHostOnly()) {
                read.hostOnlyDomain(cookie.host().replaceAll("[\\[\\]]", ""));
            } else {
                read.domain(cookie.host());
            }
            return Optional.of(cookie.isSecure() ? read.secure().build() : read.build());
        } catch (IllegalArgumentException notSent) {
            return Optional.empty();
        }
    }

    /** All of them. */
    List<Cookie> all() {
        return List.copyOf(cookies);
    }

    private boolean isAllowed(HttpUrl url) {
        return switch (inquiry.credentials()) {
            case INCLUDE -> true;
            case OMIT -> false;
            case SAME_ORIGIN ->
                inquiry.page()
                        .flatMap(RequestBuilder::url)
                        .map(page -> FetchHeaders.isSameOrigin(page, url))
                        .orElse(true);
        };
    }

    /** Keeps what an answer sets; a cookie of the same name, domain and path is replaced. */
    void takeFrom(Response response) {
        for (Cookie cookie : Cookie.parseAll(response.request().url(), response.headers())) {
            cookies.removeIf(c -> c.name().equals(cookie.name())
                    && c.domain().equals(cookie.domain())
                    && c.path().equals(cookie.path()));
            if (cookies.size() < MOST) {
                cookies.add(cookie);
            }
        }
    }

    /** The request with the cookies that belong to it; the same one where none does. */
    Request sentWith(Request request) {
        String state = state(request.url());
        return state.isEmpty()
                ? request
                : request.newBuilder().header("Cookie", state).build();
    }

    /** Two requests for one URL with the same state get the same answer. */
    String state(HttpUrl url) {
        long now = System.currentTimeMillis();
        return cookies.stream()
                .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url) && isAllowed(url))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }
}
