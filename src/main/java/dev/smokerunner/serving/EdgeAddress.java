package dev.smokerunner.serving;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.network.Port;
import java.util.OptionalInt;

/**
 * One machine of those that serve a site, by its own address and not by the site's name.
 *
 * @param host an IP address, without brackets, or a host name
 * @param port the port to connect to; absent means the one of the site's URL
 */
public record EdgeAddress(String host, OptionalInt port) {
    /** Rejects an empty host and a port that no machine has. */
    public EdgeAddress {
        requireNonNull(port);
        if (host.isEmpty() || port.isPresent() && !Port.isPort(port.getAsInt())) {
            throw new IllegalArgumentException("no such address: '" + host + "' port " + port);
        }
    }

    /** As people write it, e.g. {@code 203.0.113.7} or {@code [2001:db8::7]:8443}. */
    @Override
    public String toString() {
        boolean isBracketed = host.contains(":") && port.isPresent();
        return (isBracketed ? "[" + host + "]" : host) + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
