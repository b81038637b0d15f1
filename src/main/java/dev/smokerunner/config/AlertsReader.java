package dev.smokerunner.config;

import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.AlertRoutes.Route;
import dev.smokerunner.alert.MailChannel;
import dev.smokerunner.alert.MailServer;
import dev.smokerunner.alert.PagerDutyChannel;
import dev.smokerunner.alert.SlackChannel;
import dev.smokerunner.alert.TeamsChannel;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.alert.WebhookChannel;
import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads who is told what.
 *
 * @param client posts to the channels
 */
record AlertsReader(WebClient client) {
    private static final URI PAGERDUTY = URI.create("https://events.pagerduty.com");

    AlertRoutes read(ConfigNode alerts) {
        List<AlertChannel> channels = new ArrayList<>();
        pagerDuty(alerts.get("pagerduty")).ifPresent(channels::add);
        secret(alerts.get("slack").get("webhook"))
                .map(webhook -> new SlackChannel(client, webhook))
                .ifPresent(channels::add);
        secret(alerts.get("teams").get("webhook"))
                .map(webhook -> new TeamsChannel(client, webhook))
                .ifPresent(channels::add);
        ConfigNode webhook = alerts.get("webhook");
        secret(webhook.get("url"))
                .map(url -> new WebhookChannel(client, url, secret(webhook.get("sign-with"))))
                .ifPresent(channels::add);
        mail(alerts.get("email")).ifPresent(channels::add);
        List<Route> routes = alerts.get("routes").items().stream()
                .flatMap(route -> route(route, channels).stream())
                .toList();
        return new AlertRoutes(channels, routes);
    }

    private Optional<AlertChannel> pagerDuty(ConfigNode entry) {
        URI url = entry.get("url").read(ValueParsers::address).orElse(PAGERDUTY);
        return secret(entry.get("routing-key")).map(key -> new PagerDutyChannel(client, url, key));
    }

    private static Optional<AlertChannel> mail(ConfigNode entry) {
        List<String> to = entry.get("to").texts().stream()
                .flatMap(one -> one.text().stream())
                .toList();
        return entry.get("smtp").read(URI::create).flatMap(server -> entry.get("from")
                .text()
                .map(from -> new MailChannel(server(server, entry), from, to)));
    }

    private static MailServer server(URI address, ConfigNode entry) {
        boolean isEncrypted = "smtps".equalsIgnoreCase(address.getScheme());
        int usual = isEncrypted ? 465 : 587;
        return new MailServer(
                address.getHost(),
                address.getPort() < 0 ? usual : address.getPort(),
                isEncrypted,
                entry.get("user").text(),
                secret(entry.get("password")));
    }

    private static Optional<Route> route(ConfigNode route, List<AlertChannel> channels) {
        List<String> known = channels.stream().map(AlertChannel::name).toList();
        List<String> to = new ArrayList<>();
        for (ConfigNode channel : route.get("to").texts()) {
            String name = channel.text().orElse("");
            if (known.contains(name)) {
                to.add(name);
            } else if (channel.isSound()) {
                channel.add("expected a channel that alerts has, got " + Quoted.quoted(name)
                        + (known.isEmpty() ? ", and it has none" : ", and it has " + String.join(", ", known)));
            }
        }
        ConfigNode severity = route.get("severity");
        Optional<String> one =
                Optional.of(severity.number(0)).filter(level -> level > 0).map(String::valueOf);
        return severity.text().or(() -> one).map(span -> {
            int first = span.charAt(0) - '0';
            int last = span.charAt(span.length() - 1) - '0';
            return new Route(Severity.of(Math.min(first, last)), Severity.of(Math.max(first, last)), to);
        });
    }

    private static Optional<Secret> secret(ConfigNode entry) {
        return entry.text().map(Secret::new);
    }
}
