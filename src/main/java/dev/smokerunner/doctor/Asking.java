package dev.smokerunner.doctor;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Questions to the network. */
public interface Asking {

    /**
     * What a URL answers to a GET, as a visitor asks.
     *
     * @param before when it was asked, by this machine's clock
     * @param after when the answer was there
     */
    record Timed(HttpAnswer answer, Instant before, Instant after) {}

    /** Asks a URL. */
    Timed get(URI url, BrowserChoice visitor);

    /** The addresses of a name; empty where it does not resolve. */
    List<String> addresses(String host);

    /**
     * Asks as a run does.
     *
     * @param environment the environment variables: they name the proxies
     */
    static Asking asARunDoes(Map<String, String> environment) {
        return new Asking() {
            @Override
            public Timed get(URI url, BrowserChoice visitor) {
                HttpOptions options = HttpOptions.of(url)
                        .with(visitor.headers(), visitor.basicAuth())
                        .as(visitor.screen().userAgent());
                try (HttpFetcher http = new HttpFetcher(options, environment, Sleeper.SYSTEM)) {
                    Instant before = Instant.now();
                    HttpAnswer answer = http.again(url, Role.DOCUMENT);
                    return new Timed(answer, before, Instant.now());
                }
            }

            @Override
            public List<String> addresses(String host) {
                try {
                    return Arrays.stream(InetAddress.getAllByName(host))
                            .map(InetAddress::getHostAddress)
                            .toList();
                } catch (UnknownHostException unknown) {
                    return List.of();
                }
            }
        };
    }
}
