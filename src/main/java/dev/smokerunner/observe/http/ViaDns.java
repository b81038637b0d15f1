package dev.smokerunner.observe.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves one host to the addresses of a machine.
 *
 * @param via which host to which machine
 * @param others resolves all others
 */
record ViaDns(Via via, Dns others) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return host.equalsIgnoreCase(via.host()) ? addresses() : others.lookup(host);
    }

    /** The addresses of the machine; they keep the host's name, by which a socket knows whose they are. */
    List<InetAddress> addresses() throws UnknownHostException {
        if (via.addresses().isEmpty()) {
            throw new UnknownHostException("the name '" + via.machine() + "' does not resolve");
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : via.addresses()) {
            // An address as text: no name server is asked.
            addresses.add(InetAddress.getByAddress(
                    via.host(), InetAddress.getByName(text).getAddress()));
        }
        return addresses;
    }
}
