package dev.smokerunner.config;

import dev.smokerunner.metrics.MetricsSettings;
import dev.smokerunner.metrics.MetricsSettings.Carbon;
import dev.smokerunner.metrics.MetricsSettings.Grafana;
import dev.smokerunner.metrics.MetricsSettings.Protocol;
import dev.smokerunner.network.Port;
import dev.smokerunner.secret.Secret;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads where numbers are sent. */
final class MetricsReader {
    private MetricsReader() {}

    static MetricsSettings read(ConfigNode metrics) {
        MetricsSettings none = MetricsSettings.NONE;
        Protocol protocol = metrics.get("protocol")
                .text()
                .map(name -> Protocol.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Protocol.PLAINTEXT);
        ConfigNode grafana = metrics.get("grafana");
        return new MetricsSettings(
                metrics.get("graphite").read(text -> carbon(text, protocol)),
                metrics.get("prefix").text().orElse(none.prefix()),
                metrics.get("otlp").read(SiteUrl::parse),
                metrics.get("events").read(SiteUrl::parse),
                grafana.get("url").read(SiteUrl::parse).flatMap(url -> grafana.get("token")
                        .read(ValueParsers::headerValue)
                        .map(token -> new Grafana(url, new Secret(token)))));
    }

    private static Carbon carbon(String text, Protocol protocol) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
        OptionalInt port = Port.parse(text.substring(colon + 1));
        if (host.isEmpty() || port.isEmpty()) {
            throw new IllegalArgumentException("a host and a port such as graphite.example.com:2003");
        }
        return new Carbon(host, port.getAsInt(), protocol);
    }
}
