package dev.smokerunner.observe.http;

import dev.smokerunner.network.Loopback;
import dev.smokerunner.network.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses proxies from {@code http_proxy}, {@code https_proxy}, {@code all_proxy} and {@code no_proxy} as Chromium does, so
 * that both ways of looking take the same way. Loopback is never asked through a proxy.
 */
public final class EnvironmentProxies extends ProxySelector {
    private static final Pattern SERVER =
            Pattern.compile("(?:(\\w+)://)?(?:[^@/]*@)?(\\[[^\\]]+]|[^:/\\[\\]]+)(?::(\\d{1,5}))?/?.*");

    private final Optional<Proxy> http;
    private final Optional<Proxy> https;
    private final List<NoProxy> bypassed;

    /**
     * Reads an environment.
     *
     * @param environment the variables; names count in lower case first, then in upper case
     */
    public EnvironmentProxies(Map<String, String> environment) {
        Optional<Proxy> all = variable(environment, "all_proxy").flatMap(EnvironmentProxies::proxy);
        http = all.or(() -> variable(environment, "http_proxy").flatMap(EnvironmentProxies::proxy));
        https = all.or(() -> variable(environment, "https_proxy").flatMap(EnvironmentProxies::proxy));
        bypassed = Arrays.stream(variable(environment, "no_proxy")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split("[,;\\s]+"))
                .filter(rule -> !rule.isEmpty())
                .map(NoProxy::new)
                .toList();
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        if (Loopback.isHost(host) || bypassed.stream().anyMatch(rule -> rule.matches(host, port))) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of((secure ? https : http).orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself says that it failed.
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Proxy> proxy(String written) {
        Matcher matcher = SERVER.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean socks = Optional.ofNullable(matcher.group(1)).orElse("http").startsWith("socks");
        int port = Optional.ofNullable(matcher.group(3)).map(Integer::parseInt).orElse(socks ? 1080 : 80);
        if (port > Port.HIGHEST) {
            return Optional.empty();
        }
        return Optional.of(new Proxy(
                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(matcher.group(2).replaceAll("[\\[\\]]", ""), port)));
    }
}
