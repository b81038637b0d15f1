package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViaIT {
    private static final URI SITE = URI.create("http://cdn.example.test/app.js");

    private final MockWebServer edge = new MockWebServer();

    @BeforeEach
    void startTheEdge() throws IOException {
        edge.start(InetAddress.getByName("127.0.0.2"), 0);
    }

    @AfterEach
    void stopTheEdge() {
        edge.close();
    }

    @Test
    void asksTheEdgeUnderTheSitesOwnName() throws InterruptedException {
        edge.enqueue(new MockResponse.Builder().body("from the edge").build());

        HttpAnswer answer = ask(SITE, network());

        assertThat(answer.response().orElseThrow().body().text()).isEqualTo("from the edge");
        RecordedRequest request = edge.takeRequest();
        assertThat(request.getHeaders().get("Host")).isEqualTo("cdn.example.test");
    }

    @Test
    void wantsACertificateForTheSitesOwnName() throws IOException, InterruptedException {
        HttpAnswer right = askOverTls("cdn.example.test");

        assertThat(right.isOk()).isTrue();
        assertThat(edge.takeRequest().getHandshakeServerNames()).containsExactly("cdn.example.test");
    }

    @Test
    void refusesACertificateForAnotherName() throws IOException {
        HttpAnswer wrong = askOverTls("other.example.test");

        assertThat(wrong.failure().orElseThrow().kind()).isEqualTo(Kind.TLS);
        assertThat(wrong.failure().orElseThrow().quote().text()).contains("other.example.test");
    }

    @Test
    void letsOtherHostsGoTheirUsualWay() {
        HttpAnswer answer = ask(URI.create("http://other.example.test/"), network());

        assertThat(answer.failure().orElseThrow().kind()).isEqualTo(Kind.DNS);
    }

    @Test
    void asksTheEdgeWhereTheSiteIsAnAddress() {
        edge.enqueue(new MockResponse.Builder().body("from the edge").build());

        HttpAnswer answer = ask(URI.create("http://127.0.0.1:" + edge.getPort() + "/app.js"), network());

        assertThat(answer.response().orElseThrow().body().text()).isEqualTo("from the edge");
        assertThat(answer.peer()).contains("127.0.0.2");
    }

    @Test
    void knowsTheEdgeAsThePeerOverTls() throws IOException {
        assertThat(askOverTls("cdn.example.test").peer()).contains("127.0.0.2");
    }

    @Test
    void namesTheEdgeThatDoesNotResolve() {
        Via via = new Via("cdn.example.test", "edge.example.test", List.of(), OptionalInt.empty());
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(SITE), network().through(via), pause -> {})) {
            HttpAnswer answer = http.look(SITE, Role.SCRIPT);

            assertThat(answer.failure().orElseThrow().kind()).isEqualTo(Kind.DNS);
            assertThat(answer.failure().orElseThrow().quote().text()).contains("edge.example.test");
            assertThat(answer.peer()).isEmpty();
        }
    }

    @Test
    void namesTheEdgeThatRefuses() throws IOException {
        int nobody;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        Via via = new Via("cdn.example.test", "edge 7", List.of("127.0.0.3"), OptionalInt.of(nobody));
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(SITE), network().through(via), pause -> {})) {
            assertThat(http.look(SITE, Role.SCRIPT)
                            .failure()
                            .orElseThrow()
                            .quote()
                            .text())
                    .contains("cdn.example.test:80 at edge 7");
        }
    }

    private HttpAnswer askOverTls(String certified) throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(certified)
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        edge.useHttps(server.sslSocketFactory());
        edge.enqueue(new MockResponse.Builder().body("from the edge").build());
        X509TrustManager trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build()
                .trustManager();
        Network network = network();
        return ask(URI.create("https://cdn.example.test/app.js"), new Network(network.dns(), network.proxies(), () ->
                (javax.net.ssl.X509ExtendedTrustManager) trust));
    }

    private HttpAnswer ask(URI url, Network network) {
        Via via = new Via(
                url.getHost().contains("example") ? "cdn.example.test" : url.getHost(),
                "edge",
                List.of("127.0.0.2"),
                OptionalInt.of(edge.getPort()));
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(SITE), network.through(via), pause -> {})) {
            return http.look(url, Role.SCRIPT);
        }
    }

    /** Knows addresses and no names, so that nobody asks the real ones. */
    private static Network network() {
        Network system = Network.system(Map.of());
        Dns onlyAddresses = host -> {
            if (!host.matches("[0-9.]+")) {
                throw new java.net.UnknownHostException(host);
            }
            return Dns.SYSTEM.lookup(host);
        };
        return new Network(onlyAddresses, system.proxies(), system.trust());
    }
}
