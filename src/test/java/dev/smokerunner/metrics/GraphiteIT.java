package dev.smokerunner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.metrics.MetricsSettings.Carbon;
import dev.smokerunner.metrics.MetricsSettings.Protocol;
import dev.smokerunner.release.Release;
import dev.smokerunner.standin.Eventually;
import dev.smokerunner.standin.Graphite;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real carbon takes, and a real graphite-web gives back. */
class GraphiteIT {
    private static Graphite graphite;

    private final OkHttpClient client = new OkHttpClient();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        graphite = Graphite.start();
    }

    @AfterAll
    static void end() throws IOException {
        // It is missing where the test was skipped.
        if (graphite != null) {
            graphite.close();
        }
    }

    private static MetricsSettings settings(int port, Protocol protocol, String prefix) {
        return new MetricsSettings(
                Optional.of(new Carbon("127.0.0.1", port, protocol)),
                prefix,
                Optional.empty(),
                Optional.of(graphite.web()),
                Optional.empty());
    }

    private JsonNode asked(String path) {
        URI url = URI.create(graphite.web() + path);
        try (Response response = client.newCall(
                        new Request.Builder().url(url.toString()).build())
                .execute()) {
            return JsonMapper.shared().readTree(response.body().string());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Names and points with their times, as the render API has them. */
    private List<String> rendered(String target) {
        List<String> points = new ArrayList<>();
        for (JsonNode series : asked("/render?format=json&from=-10min&noNullPoints=true&target=" + target)) {
            for (JsonNode point : series.get("datapoints")) {
                points.add(series.get("target").asString() + " " + point.get(0).asDouble() + " "
                        + point.get(1).asLong());
            }
        }
        return points;
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEachNumberThatCarbonTook(Protocol protocol) {
        String prefix = "it." + protocol.name();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        List<Point> points = List.of(
                new Point("Sign up", "production", List.of("load_ms"), 520, at),
                new Point("Sign up", "production", List.of("load_ms"), 1234567.5, at.plusSeconds(30)),
                new Point("a/b.c", "../up", List.of("traffic", "pages", "views"), 0, at));
        try (MetricsSender sender = new MetricsSender(said::add)) {
            sender.send(settings(graphite.port(protocol == Protocol.PICKLE), protocol, prefix), points);

            String site = "it." + protocol.name() + ".sign_up.production.load_ms";
            Eventually.holds(() -> assertThat(rendered(site))
                    .containsExactly(
                            site + " 520.0 " + at.getEpochSecond(), site + " 1234567.5 " + (at.getEpochSecond() + 30)));
            String odd = prefix + ".a_b_c.___up.traffic.pages.views";
            assertThat(rendered(odd)).containsExactly(odd + " 0.0 " + at.getEpochSecond());
        }
        assertThat(said).isEmpty();
    }

    @Test
    void givesBackAReleaseAsAnEvent() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(30);
        try (MetricsSender sender = new MetricsSender(said::add)) {
            sender.send(
                    settings(graphite.port(false), Protocol.PLAINTEXT, "it"),
                    new Release("Sign up", "production", "2.4.1 <b>", at));

            Eventually.holds(() -> assertThat(asked("/events/get_data?tags=release&from=-1hour"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.get("what").asString()).isEqualTo("release 2.4.1 <b> of Sign up (production)");
                        assertThat(event.get("when").asLong()).isEqualTo(at.getEpochSecond());
                        assertThat(event.get("tags"))
                                .extracting(JsonNode::asString)
                                .containsExactlyInAnyOrder("release", "sign_up", "production");
                    }));
        }
        assertThat(said).isEmpty();
    }
}
