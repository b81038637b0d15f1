package dev.smokerunner.observe.http;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * Keeps cookies along one chain of redirects, as a browser with an empty profile does: sites that set a cookie and send
 * the visitor to the same address again would else look like a loop.
 */
final class ChainCookies implements CookieJar {
    private static final int MOST = 100;

    private final List<Cookie> cookies = new ArrayList<>();

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
        for (Cookie cookie : received) {
            cookies.removeIf(c -> c.name().equals(cookie.name())
                    && c.domain().equals(cookie.domain())
                    && c.path().equals(cookie.path()));
            if (cookies.size() < MOST) {
                cookies.add(cookie);
            }
        }
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
        long now = System.currentTimeMillis();
        return cookies.stream()
                .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url))
                .toList();
    }

    /** Two requests for one URL with the same state get the same answer. */
    synchronized String state(HttpUrl url) {
        return loadForRequest(url).stream()
                .map(c -> c.name() + "=" + c.value())
                .toList()
                .toString();
    }
}
