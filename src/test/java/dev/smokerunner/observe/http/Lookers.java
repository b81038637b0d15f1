package dev.smokerunner.observe.http;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Role;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Dns;

/** Makes lookers whose pauses take no time. */
final class Lookers {
    static final Duration LIMIT = Duration.ofSeconds(2);

    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    HttpFetcher looker(HttpOptions options) {
        return looker(options, network(Dns.SYSTEM, ExplainingTrust.platform()));
    }

    HttpFetcher looker(HttpOptions options, Network network) {
        return new HttpFetcher(options, network, pauses::add);
    }

    HttpAnswer look(URI url) {
        return look(url, Role.SCRIPT);
    }

    HttpAnswer look(URI url, Role role) {
        return look(url, role, HttpOptions.of(url).with(LIMIT));
    }

    HttpAnswer look(URI url, Role role, HttpOptions options) {
        try (HttpFetcher looker = looker(options)) {
            return looker.look(url, role);
        }
    }

    static Network network(Dns dns, X509ExtendedTrustManager trust) {
        ProxySelector none = new EnvironmentProxies(Map.of());
        return new Network(dns, none, () -> trust);
    }

    /** Every name is this machine. */
    static List<InetAddress> loopback(String host) {
        return List.of(InetAddress.getLoopbackAddress());
    }
}
