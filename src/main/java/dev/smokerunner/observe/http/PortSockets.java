package dev.smokerunner.observe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to another port than they are told: the port of a URL is part of the site's name, and that of a
 * machine is not.
 */
final class PortSockets extends SocketFactory {
    private final int port;

    PortSockets(int port) {
        this.port = port;
    }

    @Override
    public Socket createSocket() {
        return new OtherPort(port);
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

    private static final class OtherPort extends Socket {
        private final int port;

        OtherPort(int port) {
            this.port = port;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetSocketAddress told = (InetSocketAddress) endpoint;
            super.connect(new InetSocketAddress(told.getAddress(), port), timeout);
        }
    }
}
