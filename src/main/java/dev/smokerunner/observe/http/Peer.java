package dev.smokerunner.observe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Notes which machine a request was sent to: what a name, or a written address, was meant to lead to is no proof of where it
 * led.
 */
final class Peer {
    private volatile Optional<String> address = Optional.empty();

    /** The request, so that this notes where it goes. */
    Request noted(Request request) {
        return request.newBuilder().tag(Peer.class, this).build();
    }

    /** The IP address that the last request was sent to; absent where there was no connection. */
    Optional<String> address() {
        return address;
    }

    /** Stands where the connection is known: a network interceptor. */
    static Response noting(Interceptor.Chain chain) throws IOException {
        Optional<InetAddress> connected = Optional.ofNullable(chain.connection())
                .flatMap(connection -> Optional.ofNullable(connection.socket().getInetAddress()));
        Optional.ofNullable(chain.request().tag(Peer.class))
                .ifPresent(peer -> peer.address = connected.map(InetAddress::getHostAddress));
        return chain.proceed(chain.request());
    }
}
