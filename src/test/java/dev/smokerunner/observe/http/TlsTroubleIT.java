package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.X509ExtendedTrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsTroubleIT {
    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Test Authority")
            .build();

    private final MockWebServer server = new MockWebServer();
    private final Lookers lookers = new Lookers();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void speaksHttp2WithWhomItTrusts() throws InterruptedException {
        serve(signed("shop.example").build());

        HttpAnswer answer = look("shop.example", trusting(AUTHORITY));

        assertThat(answer.isOk()).isTrue();
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
    }

    @Test
    void asksForManyFilesOverOneConnectionWhereTheServerSpeaksHttp2() throws InterruptedException {
        serve(signed("shop.example").build());
        IntStream.range(0, 50)
                .forEach(
                        i -> server.enqueue(new MockResponse.Builder().body("x").build()));
        URI site = URI.create("https://shop.example:" + server.getPort() + "/");
        Network network = Lookers.network(Lookers::loopback, trusting(AUTHORITY));

        try (HttpFetcher looker = lookers.looker(HttpOptions.of(site).with(Lookers.LIMIT), network)) {
            looker.look(site, Role.DOCUMENT);
            List<CompletableFuture<HttpAnswer>> files = IntStream.range(0, 50)
                    .mapToObj(i -> looker.ask(site.resolve(i + ".png"), Role.IMAGE))
                    .toList();
            assertThat(files).allMatch(file -> file.join().isOk());
        }

        for (int stream = 0; stream <= 50; stream++) {
            RecordedRequest request = server.takeRequest();
            assertThat(request.getVersion()).isEqualTo("HTTP/2");
            assertThat(request.getConnectionIndex()).isZero();
        }
    }

    @Test
    void saysWhenACertificateExpired() {
        serve(signed("shop.example")
                .validityInterval(
                        Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2021-02-03T04:05:06Z").toEpochMilli())
                .build());

        assertThat(failure("shop.example", trusting(AUTHORITY)))
                .isEqualTo("the certificate of 'CN=shop.example' expired on 2021-02-03T04:05:06Z");
    }

    @Test
    void saysThatACertificateIsNotValidYet() {
        serve(signed("shop.example")
                .validityInterval(
                        Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2101-01-01T00:00:00Z").toEpochMilli())
                .build());

        assertThat(failure("shop.example", trusting(AUTHORITY)))
                .isEqualTo("the certificate of 'CN=shop.example' is not valid before 2100-01-01T00:00:00Z");
    }

    @Test
    void saysForWhomACertificateIs() {
        serve(signed("other.example").build());

        assertThat(failure("shop.example", trusting(AUTHORITY)))
                .isEqualTo("the certificate is not for shop.example:" + server.getPort() + ": it is for other.example");
    }

    @Test
    void saysThatACertificateIsSelfSigned() {
        serve(new HeldCertificate.Builder()
                .commonName("shop.example")
                .addSubjectAlternativeName("shop.example")
                .build());

        assertThat(failure("shop.example", ExplainingTrust.platform()))
                .isEqualTo("the certificate of 'CN=shop.example' is self-signed");
    }

    @Test
    void saysWhomThisMachineDoesNotTrust() {
        serve(signed("shop.example").build());

        assertThat(failure("shop.example", ExplainingTrust.platform()))
                .startsWith("the certificate of 'CN=shop.example' is signed by 'CN=Test Authority', whom");
    }

    @Test
    void doesNotAskAgainWhereTheCertificateIsWrong() {
        serve(signed("other.example").build());

        assertThat(look("shop.example", trusting(AUTHORITY)).tries()).isEqualTo(1);
    }

    @Test
    void saysThatAServerSpeaksNoTls() {
        try (RawServer plain = new RawServer(RawServer.sending("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI url = URI.create("https://127.0.0.1:" + plain.url("/").getPort() + "/");

            NetworkFailure failure = lookers.look(url).failure().orElseThrow();

            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(failure.quote().text()).startsWith("the TLS handshake with 127.0.0.1:" + url.getPort());
        }
    }

    private String failure(String host, X509ExtendedTrustManager trust) {
        Optional<NetworkFailure> failure = look(host, trust).failure();
        assertThat(failure.map(NetworkFailure::kind)).contains(Kind.TLS);
        return failure.orElseThrow().quote().text();
    }

    private HttpAnswer look(String host, X509ExtendedTrustManager trust) {
        URI url = URI.create("https://" + host + ":" + server.getPort() + "/");
        try (HttpFetcher looker =
                lookers.looker(HttpOptions.of(url).with(Lookers.LIMIT), Lookers.network(Lookers::loopback, trust))) {
            return looker.look(url, Role.DOCUMENT);
        }
    }

    private void serve(HeldCertificate certificate) {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.useHttps(own.sslSocketFactory());
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        server.enqueue(new MockResponse.Builder().body("x").build());
    }

    private static HeldCertificate.Builder signed(String host) {
        return new HeldCertificate.Builder()
                .commonName(host)
                .addSubjectAlternativeName(host)
                .signedBy(AUTHORITY);
    }

    private static X509ExtendedTrustManager trusting(HeldCertificate authority) {
        return (X509ExtendedTrustManager) new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .trustManager();
    }
}
