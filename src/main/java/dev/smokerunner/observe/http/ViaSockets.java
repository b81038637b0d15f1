package dev.smokerunner.observe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to a machine where they are told to connect to a host that is reached by it.
 *
 * <p>A resolver alone would not do: who asks for a host that is written as an address asks no resolver, and the port of a URL
 * is part of the site's name, while that of a machine is not.
 *
 * @see ViaDns
 */
final class ViaSockets extends SocketFactory {
    private final ViaDns dns;

    ViaSockets(ViaDns dns) {
        this.dns = dns;
    }

    @Override
    public Socket createSocket() {
        return new ViaSocket(dns);
    }

    @Override
    public Socket createSocket(String host, int told) throws IOException {
        return connected(new InetSocketAddress(host, told));
    }

    @Override
    public Socket createSocket(String host, int told, InetAddress local, int localPort) throws IOException {
        return createSocket(host, told);
    }

    @Override
    public Socket createSocket(InetAddress host, int told) throws IOException {
        return connected(new InetSocketAddress(host, told));
    }

    @Override
    public Socket createSocket(InetAddress host, int told, InetAddress local, int localPort) throws IOException {
        return createSocket(host, told);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class ViaSocket extends Socket {
        private final ViaDns dns;

        ViaSocket(ViaDns dns) {
            this.dns = dns;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(really((InetSocketAddress) endpoint), timeout);
        }

        private InetSocketAddress really(InetSocketAddress told) throws IOException {
            String host = dns.via().host();
            int port = dns.via().port().orElse(told.getPort());
            if (NoProxy.isAddress(host)) {
                // Compared as addresses: ::1 is also written 0:0:0:0:0:0:0:1.
                return InetAddress.getByName(host).equals(told.getAddress())
                        ? new InetSocketAddress(dns.addresses().get(0), port)
                        : told;
            }
            return told.getHostString().equalsIgnoreCase(host) ? new InetSocketAddress(told.getAddress(), port) : told;
        }
    }
}
