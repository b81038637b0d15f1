package dev.smokerunner.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A server on loopback that gets its answers from another one and may change them on their way. */
final class Relay implements Place, AutoCloseable {
    /** What the server sends anew. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("content-length", "transfer-encoding", "connection");

    private final MockWebServer server = new MockWebServer();

    private Relay() {}

    /**
     * Starts one.
     *
     * @param source what is answered for a path, which begins with a slash and may have a query
     */
    static Relay start(Function<String, Answer> source) throws IOException {
        Relay relay = new Relay();
        relay.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response(source.apply(request.getTarget()), request.getMethod());
            }
        });
        relay.server.start(InetAddress.getLoopbackAddress(), 0);
        return relay;
    }

    private static MockResponse response(Answer answer, String method) {
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                response.addHeader(name, value);
            }
        });
        if (method.equals("HEAD")) {
            return response.setHeader("Content-Length", answer.body().length).build();
        }
        return response.body(new Buffer().write(answer.body())).build();
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
