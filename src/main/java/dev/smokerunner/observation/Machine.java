package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One machine of those that serve a site.
 *
 * @param host its IP address without brackets, or its own name
 * @param port the port that was connected to
 * @param addresses the IP addresses that it has; empty where its name does not resolve
 */
public record Machine(String host, int port, List<String> addresses) {

    /** Copies the list. */
    public Machine {
        requireNonNull(host);
        addresses = List.copyOf(addresses);
    }
}
