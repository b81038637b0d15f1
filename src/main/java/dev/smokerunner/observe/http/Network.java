package dev.smokerunner.observe.http;

import java.net.ProxySelector;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The way out of this machine.
 *
 * @param dns resolves names
 * @param proxies chooses proxies
 * @param trust decides which certificates are good; asked for when the first is met
 * @param sockets makes connections
 * @param via the machine that one host is reached by; absent where all are reached as usual
 */
record Network(
        Dns dns,
        ProxySelector proxies,
        Supplier<X509ExtendedTrustManager> trust,
        SocketFactory sockets,
        Optional<Via> via) {

    /** A way out through sockets of the usual kind. */
    Network(Dns dns, ProxySelector proxies, Supplier<X509ExtendedTrustManager> trust) {
        this(dns, proxies, trust, SocketFactory.getDefault(), Optional.empty());
    }

    /**
     * This machine's own.
     *
     * @param environment the environment variables: they name the proxies
     */
    static Network system(Map<String, String> environment) {
        return new Network(Dns.SYSTEM, new EnvironmentProxies(environment), ExplainingTrust::platform);
    }

    /** The same, but that one host is reached by one machine, and never through a proxy: that would look itself. */
    Network through(Via machine) {
        return new Network(dns, ProxySelector.of(null), trust, sockets, Optional.of(machine));
    }

    /** Clients that do nothing on their own: they neither repeat, nor redirect, nor decode, nor authenticate. */
    Clients clients(Duration limit) {
        // A little less than the whole, so that a silent name server is what is blamed.
        Dns bounded = new BoundedDns(dns, limit.multipliedBy(4).dividedBy(5));
        Optional<ViaDns> viaDns = via.map(machine -> new ViaDns(machine, bounded));
        OkHttpClient plain = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .proxyAuthenticator(Authenticator.NONE)
                .callTimeout(limit)
                .connectTimeout(limit)
                .readTimeout(limit)
                .writeTimeout(limit)
                // Shorter than servers keep idle connections: a request must not meet one that is being closed.
                .connectionPool(new ConnectionPool(16, 2, TimeUnit.SECONDS))
                .dns(viaDns.map(Dns.class::cast).orElse(bounded))
                .proxySelector(proxies)
                .socketFactory(viaDns.<SocketFactory>map(ViaSockets::new).orElse(sockets))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addNetworkInterceptor(Peer::noting)
                .addNetworkInterceptor(Network::withoutOwnRetry)
                .build();
        return new Clients(plain, this::withTls, via);
    }

    private OkHttpClient withTls(OkHttpClient plain) {
        ExplainingTrust explaining = new ExplainingTrust(trust.get());
        return plain.newBuilder()
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .sslSocketFactory(tls(explaining).getSocketFactory(), explaining)
                .build();
    }

    /** OkHttp repeats a 503 with {@code Retry-After: 0} by itself; without the field it leaves that to us. */
    private static Response withoutOwnRetry(Interceptor.Chain chain) throws java.io.IOException {
        Response response = chain.proceed(chain.request());
        boolean repeats = response.code() == 503 && "0".equals(response.header("Retry-After"));
        return repeats ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    private static SSLContext tls(X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS: " + e.getMessage(), e);
        }
    }
}
