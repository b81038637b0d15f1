package dev.smokerunner.observe.http;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The client for plain HTTP, and the one that knows TLS too. That one is made when the first URL asks for it: to read whom
 * this machine trusts takes longer than many a page of plain HTTP.
 */
final class Clients {
    private final OkHttpClient plain;
    private final UnaryOperator<OkHttpClient> withTls;
    private final Optional<Via> via;
    private Optional<OkHttpClient> secure = Optional.empty();

    /**
     * A pair of clients.
     *
     * @param plain knows no TLS
     * @param withTls makes of it one that does
     * @param via the machine that one host is reached by
     */
    Clients(OkHttpClient plain, UnaryOperator<OkHttpClient> withTls, Optional<Via> via) {
        this.plain = plain;
        this.withTls = withTls;
        this.via = via;
    }

    /** The client that can ask for a URL. */
    OkHttpClient of(HttpUrl url) {
        return url.isHttps() ? secure() : plain;
    }

    private synchronized OkHttpClient secure() {
        OkHttpClient made = secure.orElseGet(() -> withTls.apply(plain));
        secure = Optional.of(made);
        return made;
    }

    /** The same clients with connections of their own. */
    Clients on(ConnectionPool pool) {
        return new Clients(on(plain, pool), same -> on(secure(), pool), via);
    }

    /** The same clients with less time for one chain of redirects. */
    Clients within(Duration limit) {
        return new Clients(within(plain, limit), same -> within(secure(), limit), via);
    }

    private static OkHttpClient within(OkHttpClient client, Duration limit) {
        return client.newBuilder().callTimeout(limit).build();
    }

    private static OkHttpClient on(OkHttpClient client, ConnectionPool pool) {
        return client.newBuilder().connectionPool(pool).build();
    }

    /** How long one chain of redirects may take. */
    Duration limit() {
        return Duration.ofMillis(plain.callTimeoutMillis());
    }

    /** Where a URL's requests are sent, as failures name it: the host, and the machine that it is reached by. */
    String destination(HttpUrl url) {
        String host = url.host() + ":" + url.port();
        return via.filter(machine -> machine.host().equalsIgnoreCase(url.host()))
                .map(machine -> host + " at " + machine.machine())
                .orElse(host);
    }

    ProxySelector proxies() {
        return plain.proxySelector();
    }

    /** Breaks off what is open. */
    void close() {
        // Both clients share these.
        plain.dispatcher().cancelAll();
        plain.connectionPool().evictAll();
    }
}
