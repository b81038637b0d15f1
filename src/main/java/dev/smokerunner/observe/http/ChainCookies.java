package dev.smokerunner.observe.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps cookies along one chain of redirects, as a browser with an empty profile does: sites that set a cookie and send
 * the visitor to the same address again would else look like a loop.
 */
final class ChainCookies {
    private static final int MOST = 100;

    private final List<Cookie> cookies = new ArrayList<>();

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
                .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }
}
