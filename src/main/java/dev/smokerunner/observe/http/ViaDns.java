package dev.smokerunner.observe.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves one host to the addresses of another.
 *
 * @param via which to which
 * @param others resolves that one, and all others
 */
record ViaDns(Via via, Dns others) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return others.lookup(host.equalsIgnoreCase(via.host()) ? via.address() : host);
    }
}
