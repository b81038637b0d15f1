package dev.smokerunner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.metrics.MetricsSettings.Grafana;
import dev.smokerunner.release.Release;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.standin.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsSenderTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration SOON = Duration.ofMillis(10);

    private final MockWebServer server = new MockWebServer();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private URI address(String path) {
        return server.url(path).uri();
    }

    private static Point point(double value, String... series) {
        return new Point("signup", "production", List.of(series), value, NOON);
    }

    private RecordedRequest taken() throws InterruptedException {
        return Optional.ofNullable(server.takeRequest(10, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void speaksOtlp() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());
        MetricsSettings settings = new MetricsSettings(
                Optional.empty(), "smoke", Optional.of(address("/")), Optional.empty(), Optional.empty());

        try (MetricsSender sender = new MetricsSender(said::add)) {
            sender.send(settings, List.of(point(520, "load_ms"), point(7, "traffic", "pages", "views")));

            RecordedRequest request = taken();
            assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/metrics");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(String.valueOf(request.getBody().utf8()))
                    .isEqualTo("{\"resourceMetrics\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
                            + "\"value\":{\"stringValue\":\"smoke-runner\"}}]},\"scopeMetrics\":[{\"metrics\":["
                            + "{\"name\":\"smoke.load_ms\",\"gauge\":{\"dataPoints\":[{\"timeUnixNano\":"
                            + "\"1795953600000000000\",\"asDouble\":520.0,\"attributes\":["
                            + "{\"key\":\"site.name\",\"value\":{\"stringValue\":\"signup\"}},"
                            + "{\"key\":\"site.environment\",\"value\":{\"stringValue\":\"production\"}}]}]}},"
                            + "{\"name\":\"smoke.traffic.views\",\"gauge\":{\"dataPoints\":[{\"timeUnixNano\":"
                            + "\"1795953600000000000\",\"asDouble\":7.0,\"attributes\":["
                            + "{\"key\":\"site.name\",\"value\":{\"stringValue\":\"signup\"}},"
                            + "{\"key\":\"site.environment\",\"value\":{\"stringValue\":\"production\"}},"
                            + "{\"key\":\"page.group\",\"value\":{\"stringValue\":\"pages\"}}]}]}}]}]}]}");
        }
    }

    @Test
    void annotatesAReleaseInGrafanaOnceAlsoWhereTheNextOneIsRefused() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(new MockResponse.Builder().build());
        MetricsSettings settings = new MetricsSettings(
                Optional.empty(),
                "smoke",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Grafana(address("/grafana/"), new Secret("hush-5e55104f00d"))));

        try (MetricsSender sender = new MetricsSender(said::add, SOON)) {
            sender.send(settings, new Release("signup", "production", "2.4.1", NOON));
            sender.send(settings, new Release("signup", "production", "2.4.2", NOON));

            RecordedRequest first = taken();
            assertThat(first.getUrl().encodedPath()).isEqualTo("/grafana/api/annotations");
            assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer hush-5e55104f00d");
            assertThat(String.valueOf(first.getBody().utf8()))
                    .isEqualTo("{\"time\":1795953600000,\"text\":\"release 2.4.1 of signup (production)\","
                            + "\"tags\":[\"release\",\"signup\",\"production\"]}");
            assertThat(String.valueOf(taken().getBody().utf8())).contains("2.4.2");
            assertThat(String.valueOf(taken().getBody().utf8())).contains("2.4.2");
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(said).hasSize(2).noneMatch(text -> text.contains("hush"));
        assertThat(said.get(0)).endsWith("takes no numbers, and is tried again: it answers with status 500");
    }

    /** A receiver that cannot send odd numbers. */
    private record Even(List<Integer> taken) implements Receiver<Integer> {
        @Override
        public String name() {
            return "Even";
        }

        @Override
        public int mostAtOnce() {
            return 1;
        }

        @Override
        public void send(List<Integer> things) {
            if (things.get(0) % 2 != 0) {
                throw new IllegalArgumentException("unexpected number");
            }
            taken.addAll(things);
        }
    }

    @Test
    void goesOnAfterWhatCannotBeSent() {
        List<Integer> taken = new CopyOnWriteArrayList<>();
        try (ReceiverQueue<Integer> queue = new ReceiverQueue<>(new Even(taken), said::add, SOON)) {
            queue.add(List.of(1, 2));
            Eventually.holds(() -> assertThat(said).hasSize(2));
        }

        assertThat(taken).containsExactly(2);
        assertThat(said)
                .containsExactly(
                        "Even takes no numbers, and is tried again: unexpected number",
                        "Even takes numbers again; 1 were given up meanwhile");
    }

    /** A receiver that hangs, then fails, then takes all. */
    private static final class Moody implements Receiver<Integer> {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicBoolean isWell = new AtomicBoolean();
        private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());

        @Override
        public String name() {
            return "Moody";
        }

        @Override
        public void send(List<Integer> things) throws IOException {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (!isWell.get()) {
                throw new IOException("not now");
            }
            taken.addAll(things);
        }
    }

    @Test
    void holdsNobodyUpAndTellsOnceWhatItGaveUp() throws InterruptedException {
        Moody receiver = new Moody();
        try (ReceiverQueue<Integer> queue = new ReceiverQueue<>(receiver, said::add, SOON)) {
            queue.add(List.of(-1));
            receiver.asked.await();
            // The receiver hangs meanwhile.
            IntStream.range(0, 12_000).forEach(number -> queue.add(List.of(number)));
            receiver.goOn.countDown();
            Eventually.holds(() -> assertThat(said).isNotEmpty());
            receiver.isWell.set(true);
            Eventually.holds(() -> assertThat(receiver.taken).hasSize(10_000));

            assertThat(receiver.taken)
                    .containsExactlyElementsOf(
                            IntStream.range(2_000, 12_000).boxed().toList());
            Eventually.holds(() -> assertThat(said).hasSize(2));
            assertThat(said)
                    .containsExactly(
                            "Moody takes no numbers, and is tried again: not now",
                            "Moody takes numbers again; 2001 were given up meanwhile");
        }
    }
}
