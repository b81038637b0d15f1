package dev.smokerunner.config;

import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.AlertRoutes.Route;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.network.Loopback;
import dev.smokerunner.result.Severity;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.tickets.SupportChannel;
import dev.smokerunner.tickets.SupportSettings;
import dev.smokerunner.tickets.TicketMatch;
import dev.smokerunner.tickets.TicketRule;
import dev.smokerunner.tickets.TicketWatch;
import dev.smokerunner.tickets.ZendeskAccount;
import dev.smokerunner.tickets.ZendeskAccount.Credentials;
import dev.smokerunner.tickets.ZendeskClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how support is heard and told.
 *
 * @param zendesk what the config says of it
 * @param clock tells when a token ends
 */
record ZendeskReader(ConfigNode zendesk, InstantSource clock) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Says what is wrong with it, though nobody uses it now. */
    void check() {
        tickets();
        support();
        if (zendesk.isThere()
                && zendesk.isSound()
                && !has("match")
                && !zendesk.get("tell-support").flag(false)) {
            zendesk.add("expected match, or tell-support: true, or both, got neither");
        }
    }

    /** How tickets are watched; absent where the config does not say which ones are about the site. */
    Optional<TicketWatch> tickets() {
        ConfigNode match = zendesk.get("match");
        Optional<ZendeskClient> client = client();
        return match.isThere() ? client.map(known -> watch(known, match)) : Optional.empty();
    }

    private TicketWatch watch(ZendeskClient client, ConfigNode match) {
        TicketRule usual = TicketRule.USUAL;
        int openAt = zendesk.get("open-at").number(0);
        return new TicketWatch(
                client,
                new TicketMatch(
                        texts(match.get("words")),
                        Set.copyOf(new HashSet<>(texts(match.get("tags")))),
                        numbers(match.get("forms")),
                        numbers(match.get("brands")),
                        match.get("urls").readAll(ZendeskReader::withoutScheme)),
                new TicketRule(
                        openAt == 0 ? Optional.empty() : Optional.of(openAt),
                        duration("within", usual.within()),
                        duration("after-release", usual.afterRelease())),
                duration("every", TicketWatch.USUALLY_EVERY),
                zendesk.get("show-subject").flag(false));
    }

    /** Customers write addresses with http and https, or leave that out. */
    private static UrlPattern withoutScheme(String text) {
        return new UrlPattern(text.replaceFirst("(?i)^https?://", ""));
    }

    private Duration duration(String key, Duration usual) {
        return zendesk.get(key).read(ZendeskReader::span).orElse(usual);
    }

    private static Duration span(String text) {
        Duration span = DurationText.parse(text);
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a duration from 1s to 168h, such as 1h");
        }
        return span;
    }

    /** Tells support too of what is bad enough, whatever else goes where. */
    AlertRoutes with(AlertRoutes others) {
        Optional<AlertChannel> support = support();
        if (support.isEmpty()) {
            return others;
        }
        List<AlertChannel> channels = new ArrayList<>(others.channels());
        List<Route> routes = new ArrayList<>(others.routes());
        if (routes.isEmpty()) {
            List<String> all = channels.stream().map(AlertChannel::name).toList();
            routes.add(new Route(Severity.SEV1, Severity.SEV5, all));
        }
        channels.add(support.get());
        routes.add(new Route(
                Severity.SEV1, SupportChannel.MILDEST, List.of(support.get().name())));
        return new AlertRoutes(channels, routes);
    }

    private Optional<AlertChannel> support() {
        if (!zendesk.get("tell-support").flag(false)) {
            return Optional.empty();
        }
        ConfigNode ticket = zendesk.get("ticket");
        List<String> tags = new ArrayList<>(SupportSettings.USUAL.tags());
        tags.addAll(texts(ticket.get("tags")));
        Optional<Long> macro = ticket.get("macro").node().isIntegralNumber()
                ? Optional.of(ticket.get("macro").node().asLong())
                : Optional.empty();
        return client().map(client -> new SupportChannel(
                client, new SupportSettings(tags.stream().distinct().toList(), macro), clock));
    }

    private Optional<ZendeskClient> client() {
        Optional<URI> url = zendesk.get("url").read(ZendeskReader::address);
        Optional<Credentials> credentials = credentials();
        return url.flatMap(
                address -> credentials.map(known -> new ZendeskClient(new ZendeskAccount(address, known), clock)));
    }

    /** Whoever listens on the way would have the secret. */
    private static URI address(String text) {
        URI url = SiteUrl.parse(text);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !Loopback.isHost(url.getHost())
                || !url.getPath().equals("/")) {
            throw new IllegalArgumentException("an https URL without a path, such as https://example.zendesk.com");
        }
        return url;
    }

    private Optional<Credentials> credentials() {
        if (has("client-id") == has("user") && zendesk.isThere() && zendesk.isSound()) {
            zendesk.add("expected either client-id and client-secret, or user and token, got "
                    + (has("user") ? "both" : "neither"));
        }
        Optional<Credentials> client = zendesk.get("client-id").text().flatMap(name -> secret("client-secret")
                .map(secret -> new ZendeskAccount.OAuthClient(name, secret)));
        return client.or(() -> zendesk.get("user").text().flatMap(name -> secret("token")
                .map(secret -> new ZendeskAccount.ApiToken(name, secret))));
    }

    private boolean has(String key) {
        return zendesk.node().has(key);
    }

    private Optional<Secret> secret(String key) {
        return zendesk.get(key).text().map(Secret::new);
    }

    private static List<String> texts(ConfigNode list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static Set<Long> numbers(ConfigNode list) {
        Set<Long> numbers = new HashSet<>();
        list.items().stream()
                .filter(item -> item.node().isIntegralNumber())
                .forEach(item -> numbers.add(item.node().asLong()));
        return numbers;
    }
}
