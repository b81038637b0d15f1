package dev.smokerunner.observe.http;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * The way to one machine of those that serve a host: it is asked under the host's own name, in the {@code Host} field, in
 * the TLS handshake and on its certificate.
 *
 * @param host the host whose requests take this way, in lower case; others go where they always go
 * @param address an IP address without brackets, or a host name of the machine
 * @param port the port to connect to; absent means the one of the URL
 */
public record Via(String host, String address, OptionalInt port) {

    /** Rejects null. */
    public Via {
        requireNonNull(host);
        requireNonNull(address);
        requireNonNull(port);
    }
}
