package dev.smokerunner.anomaly.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final CsvSeries csv = new CsvSeries(ZoneId.of("Europe/Berlin"));

    @Test
    void readsTimesOfManyFormsAndSkipsWhatIsMissing() throws SeriesException {
        NamedSeries series = csv.read(
                "time,views\n2026-11-28T10:00:00Z,4\n1795860060,5\n1795860120000,6\n2026-11-28 11:03:00,\n"
                        + "2026-11-28 11:04:00,8\n",
                Optional.empty());

        assertThat(series.name()).isEqualTo("views");
        assertThat(series.points())
                .contains(new Point(Instant.parse("2026-11-28T10:00:00Z"), 4))
                .contains(new Point(Instant.parse("2026-11-28T10:04:00Z"), 8))
                .contains(new Point(Instant.ofEpochSecond(1795860120), 6))
                .hasSize(4);
    }

    @Test
    void readsTheColumnThatIsAskedFor() throws SeriesException {
        NamedSeries series = csv.read("time;views;load_ms\n2026-11-28T10:00:00Z;4;312.5\n", Optional.of("load_ms"));

        assertThat(series.points()).containsExactly(new Point(Instant.parse("2026-11-28T10:00:00Z"), 312.5));
        assertThat(series.measure()).isEqualTo(Measure.TIMES);
    }

    /** As a spreadsheet writes it where the comma is not free. */
    @Test
    void readsDecimalCommas() throws SeriesException {
        NamedSeries series = csv.read("time;load_ms\n2026-11-28T10:00:00Z;1,5\n", Optional.empty());

        assertThat(series.points()).containsExactly(new Point(Instant.parse("2026-11-28T10:00:00Z"), 1.5));
    }

    @Test
    void takesWholeNumbersForCountsAndKnowsTheirPace() throws SeriesException {
        NamedSeries series = csv.read("0,1\n60,0\n120,7\n180,3\n", Optional.empty());

        assertThat(series.measure()).isEqualTo(Measure.COUNTS);
        assertThat(series.spacing()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> csv.read("time,views\n2026-11-28T10:00:00Z,many\n", Optional.empty()))
                .isInstanceOf(SeriesException.class)
                .hasMessage("line 2: expected a number, got many");
        assertThatThrownBy(() -> csv.read("time,views\n\n\n2026-11-28T10:00:00Z,many\n", Optional.empty()))
                .hasMessageStartingWith("line 4: ");
        assertThatThrownBy(() -> csv.read("time,views\nyesterday\u001b[31m,4\n", Optional.empty()))
                .hasMessage("line 2: expected a time such as 2026-11-28T10:00:00Z, got yesterday?[31m");
        assertThatThrownBy(() -> csv.read("time,views\n", Optional.of("load")))
                .hasMessage("expected a column load, found time, views");
    }

    @Test
    void asksGraphiteForJsonWithTheCredentials() throws Exception {
        try (MockWebServer graphite = new MockWebServer()) {
            graphite.enqueue(new MockResponse.Builder()
                    .body("[{\"target\":\"shop.views\",\"datapoints\":[[12.0,1795860000],[null,1795860060]]}]")
                    .build());
            graphite.start();

            List<NamedSeries> all = new GraphiteSeries(Optional.of("Bearer token"))
                    .read(graphite.url("/render?target=shop.views&from=-1h").toString());

            assertThat(all)
                    .containsExactly(
                            new NamedSeries("shop.views", List.of(new Point(Instant.ofEpochSecond(1795860000), 12))));
            var request = graphite.takeRequest();
            assertThat(request.getTarget()).contains("format=json", "noNullPoints=true");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token");
        }
    }

    @Test
    void saysThatGraphiteAsksForCredentials() throws Exception {
        try (MockWebServer graphite = new MockWebServer()) {
            graphite.enqueue(new MockResponse.Builder().code(401).build());
            graphite.start();

            assertThatThrownBy(() -> new GraphiteSeries(Optional.empty())
                            .read(graphite.url("/render?target=x").toString()))
                    .isInstanceOfSatisfying(SeriesException.class, e -> assertThat(e.isUnreachable())
                            .isTrue())
                    .hasMessageContaining("got 401; set SMOKE_GRAPHITE_AUTH");
        }
    }
}
