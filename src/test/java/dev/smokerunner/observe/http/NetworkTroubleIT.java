package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

class NetworkTroubleIT {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Lookers lookers = new Lookers();

    @Test
    void saysThatNothingListens() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }

        HttpAnswer answer = lookers.look(URI.create("http://127.0.0.1:" + free + "/"));

        assertThat(answer.failure())
                .contains(new NetworkFailure(
                        Kind.REFUSED, "no connection to 127.0.0.1:" + free + ": Connection refused"));
        assertThat(answer.tries()).isEqualTo(3);
    }

    @Test
    void saysThatANameDoesNotResolve() {
        Dns none = host -> {
            throw new UnknownHostException(host);
        };

        NetworkFailure failure = look(none, "http://shop.example/");

        assertThat(failure).isEqualTo(new NetworkFailure(Kind.DNS, "the name 'shop.example' does not resolve"));
    }

    @Test
    void doesNotWaitForASilentNameServer() {
        CountDownLatch end = new CountDownLatch(1);
        Dns silent = host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };

        // The name server is given up before the whole call is: on a busy machine too, with what is left of two
        // seconds.
        NetworkFailure failure = look(silent, "http://shop.example/", Lookers.LIMIT);

        assertThat(failure.kind()).isEqualTo(Kind.DNS);
        assertThat(failure.quote().text()).isEqualTo("no name server answered for 'shop.example' within 1600 ms");
        end.countDown();
    }

    @Test
    void reachesAServerByItsSecondAddress() {
        try (RawServer server = new RawServer(RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
            Dns two = host -> List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1"));
            URI url = URI.create("http://shop.example:" + server.url("/").getPort() + "/");

            try (HttpFetcher looker = lookers.looker(
                    HttpOptions.of(url).with(Lookers.LIMIT), Lookers.network(two, ExplainingTrust.platform()))) {
                assertThat(looker.look(url, Role.DOCUMENT).isOk()).isTrue();
            }
        }
    }

    @Test
    void saysThatAConnectionWasReset() {
        try (RawServer server = new RawServer(NetworkTroubleIT::reset)) {
            assertThat(failure(server).kind()).isEqualTo(Kind.RESET);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void saysThatAConnectionWasClosedWithoutAnAnswer() {
        try (RawServer server = new RawServer(RawServer.sending(""))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.RESET);
        }
    }

    @Test
    void healsAResetFromANewConnection() {
        RawServer.Behaviour once = (socket, head, connection) -> {
            if (connection == 1) {
                reset(socket, head, connection);
            } else {
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        };
        try (RawServer server = new RawServer(once)) {
            HttpAnswer answer = lookers.look(server.url("/"));

            assertThat(answer.isOk()).isTrue();
            assertThat(answer.attempts()).singleElement().asString().contains("without an answer");
        }
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() {
        try (RawServer server = new RawServer((socket, head, connection) -> {})) {
            NetworkFailure failure = failure(server);

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure.quote().text()).endsWith("within 500 ms");
        }
    }

    @Test
    void doesNotWaitForABodyThatStops() {
        try (RawServer server = new RawServer((socket, head, connection) ->
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))) {
            HttpAnswer answer = look(server);

            assertThat(answer.failure())
                    .contains(new NetworkFailure(
                            Kind.TIMEOUT, "the body was not complete within 500 ms: it stopped after 4 bytes of 100"));
            assertThat(answer.response())
                    .hasValueSatisfying(r -> assertThat(r.body().text()).isEqualTo("half"));
        }
    }

    @Test
    void doesNotWaitForABodyThatDripsForEver() {
        RawServer.Behaviour drip = (socket, head, connection) -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (!socket.isClosed()) {
                RawServer.send(socket, "x");
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        };
        try (RawServer server = new RawServer(drip)) {
            assertThat(failure(server).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void saysHowManyBytesCameOfACutBody() {
        try (RawServer server = new RawServer(
                RawServer.sending("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf"))) {
            HttpAnswer answer = look(server);

            assertThat(answer.failure())
                    .contains(new NetworkFailure(Kind.TRUNCATED, "the connection closed after 4 bytes of 100"));
            assertThat(answer.response())
                    .hasValueSatisfying(r -> assertThat(r.status()).isEqualTo(200));
        }
    }

    @Test
    void seesThatTheLastChunkIsMissing() {
        try (RawServer server = new RawServer(
                RawServer.sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.TRUNCATED);
        }
    }

    @Test
    void saysThatAnAnswerIsNotHttp() {
        try (RawServer server = new RawServer(RawServer.sending("SSH-2.0-OpenSSH_9.2\r\n"))) {
            NetworkFailure failure = failure(server);

            assertThat(failure.kind()).isEqualTo(Kind.OTHER);
            assertThat(failure.quote().text()).contains("SSH-2.0");
        }
    }

    @Test
    void namesTheProxyThatDoesNotAnswer() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }
        Network network = new Network(
                Lookers::loopback,
                new EnvironmentProxies(Map.of("http_proxy", "http://user:geheim@proxy.test:" + free)),
                ExplainingTrust::platform);
        URI url = URI.create("http://shop.example/");

        try (HttpFetcher looker = lookers.looker(HttpOptions.of(url).with(Lookers.LIMIT), network)) {
            assertThat(looker.look(url, Role.DOCUMENT)
                            .failure()
                            .orElseThrow()
                            .quote()
                            .text())
                    .contains("shop.example:80 through the proxy proxy.test:" + free)
                    .doesNotContain("geheim");
        }
    }

    @Test
    void saysThatAUrlIsNotOfTheWeb() {
        HttpOptions options = HttpOptions.of(URI.create("http://127.0.0.1/"));

        assertThat(lookers.look(URI.create("ftp://127.0.0.1/a"), Role.SCRIPT, options)
                        .failure()
                        .orElseThrow()
                        .quote()
                        .text())
                .isEqualTo("'ftp://127.0.0.1/a' is no http or https URL");
    }

    private static void reset(Socket socket, String head, int connection) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private NetworkFailure look(Dns dns, String url) {
        return look(dns, url, SHORT);
    }

    private NetworkFailure look(Dns dns, String url, Duration limit) {
        URI uri = URI.create(url);
        try (HttpFetcher looker =
                lookers.looker(HttpOptions.of(uri).with(limit), Lookers.network(dns, ExplainingTrust.platform()))) {
            return looker.look(uri, Role.DOCUMENT).failure().orElseThrow();
        }
    }

    private HttpAnswer look(RawServer server) {
        return lookers.look(
                server.url("/"), Role.DOCUMENT, HttpOptions.of(server.url("/")).with(SHORT));
    }

    private NetworkFailure failure(RawServer server) {
        return look(server).failure().orElseThrow();
    }
}
