package dev.smokerunner.observe.browser.socket;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** How a browser on this machine is spoken to: on loopback, never through a proxy, never encrypted. */
public final class LoopbackClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private LoopbackClient() {}

    public static HttpClient create() {
        return HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trustingNobody())
                .build();
    }

    /** The default would read all the certificates of this machine, which takes longer than the whole conversation. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
