package dev.smokerunner.observe.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * A way to a site by one machine of those that serve it: connections go there, and the site keeps its own name, in the
 * {@code Host} field, in the TLS handshake and on its certificate.
 *
 * @param host the host whose requests take this way, without brackets; others go where they always go
 * @param machine what the machine is called
 * @param addresses the IP addresses of the machine, without brackets; empty where its name does not resolve
 * @param port the port to connect to; absent means the one of the URL
 */
public record Via(String host, String machine, List<String> addresses, OptionalInt port) {

    /** Copies the list. */
    public Via {
        requireNonNull(host);
        requireNonNull(machine);
        requireNonNull(port);
        addresses = List.copyOf(addresses);
    }
}
